using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Lint;
using Xunit;

namespace Tmcp.Publisher.Tests.Kustomize;

public sealed class KustomizeRendererTests
{
    private const string Workload = """

        === base/workload.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop, labels: {app: shop}}
        spec:
          replicas: 2
          selector: {matchLabels: {app: shop}}
          template:
            metadata: {labels: {app: shop}}
            spec:
              initContainers: [{name: first, image: "registry:5000/tools:v1"}]
              topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: shop}}}]
              containers:
                - name: shop
                  image: example/shop:v1
                  envFrom: [{configMapRef: {name: shop-config}}]
                  env: [{name: A, valueFrom: {configMapKeyRef: {name: shop-config, key: A}}}]
              volumes: [{name: c, configMap: {name: shop-config}}, {name: p, projected: {sources: [{configMap: {name: shop-files}}]}}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: tidy}
        spec:
          schedule: "1 2 * * *"
          jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: t, image: example/tidy, envFrom: [{configMapRef: {name: shop-config}}]}]}}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: shop}
        spec: {selector: {app: shop}, ports: [{port: 80}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: shop}
        spec: {podSelector: {matchLabels: {app: shop}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: till}}}]}]}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: shop}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: shop}
        subjects: [{kind: ServiceAccount, name: shop, namespace: elsewhere}, {kind: ServiceAccount, name: shop}, {kind: ServiceAccount, name: default}, {kind: ServiceAccount, name: other, namespace: far}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: shop}
        rules: []
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: old}
        === base/words.txt
        first line
        second "line"
        === base/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [workload.yaml]
        configMapGenerator:
          - name: shop-config
            literals: ['A="1"', 'B="x=y & <z>"', 'C=''{"a": "ü"}''', "D=\"two\nlines\tand \\ more\"", 'E=', 'F="', 'G="\u2028\b"']
          - {name: shop-files, files: [words.txt, other=words.txt]}
          - {name: fixed, literals: [K=v], options: {disableNameSuffixHash: true, labels: {l: m}, annotations: {a: b}}}
        === ha/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        resources: [extra.yaml]
        patches:
          - target: {kind: Deployment, name: shop}
            patch: '[{"op": "remove", "path": "/spec/replicas"}]'
        === ha/extra.yaml
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: shop}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: shop}}}
        === top/patch.yaml
        apiVersion: v1
        kind: Service
        metadata: {name: shop, annotations: {example.org/a: b}}
        spec: {type: ClusterIP}
        === top/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization

        """;

    private static readonly string Digest = new('a', 64);

    private readonly string _everything = Workload + $$$"""
        namespace: market
        resources: [../base]
        components: [../ha]
        labels:
          - {pairs: {part-of: market}, includeTemplates: true}
          - {pairs: {tier: front}, includeSelectors: true}
          - {pairs: {plain: label}}
        configMapGenerator:
          - {name: shop-config, behavior: merge, literals: ['A="2"', 'Z="3"']}
          - {name: shop-files, behavior: replace, literals: [only=this]}
        images:
          - {name: example/shop, newTag: v2, digest: "sha256:{{{Digest}}}"}
          - {name: example/tidy, newName: mirror/tidy, digest: "sha256:{{{Digest}}}"}
          - {name: "registry:5000/tools", newTag: v3}
        patches:
          - path: patch.yaml
          - {target: {kind: ClusterRole}, patch: '{$patch: delete, apiVersion: x, kind: y, metadata: {name: z}}'}
          - target: {kind: Deployment, name: "s.*p", labelSelector: app=shop}
            patch: |-
              - {op: test, path: /metadata/name, value: shop}
              - {op: add, path: /metadata/annotations, value: {}}
              - {op: add, path: /metadata/annotations/example.org~1note, value: text}
              - {op: copy, from: /spec/template/spec/containers/0, path: /spec/template/spec/containers/-}
              - {op: replace, path: /spec/template/spec/containers/1/name, value: twin}
              - {op: move, from: /spec/template/spec/containers/1/env, path: /spec/template/spec/initContainers/0/env}
              - {op: add, path: /spec/template/spec/containers/0, value: {name: zero, image: example/zero:v1}}
        """;

    [KubectlFact]
    public void Everything_that_is_supported_renders_as_by_kubectl() => RenderComparison.AssertSame(TreeText.Parse(_everything), "top");

    [KubectlFact]
    public void Replicas_render_as_by_kubectl()
        => RenderComparison.AssertSame(TreeText.Parse(Workload + "resources: [../base]\nreplicas: [{name: shop, count: 5}]"), "top");

    [Theory]
    [InlineData("nameSuffix: -x", "field 'nameSuffix'")]
    [InlineData("secretGenerator: [{name: a, literals: [a=b]}]", "field 'secretGenerator'")]
    [InlineData("resources: [https://example.org/a.yaml]", "'https://example.org/a.yaml' is an address")]
    [InlineData("resources: [nowhere.yaml]", "'nowhere.yaml' is neither a file nor a folder")]
    [InlineData("resources: [../ha]", "'ha' is a Component")]
    [InlineData("components: [../base]", "'base' is no Component")]
    [InlineData("resources: [../base]\nlabels: [{pairs: {a: b}, fields: [{path: x}]}]", "field 'labels[0].fields'")]
    [InlineData("resources: [../base]\nreplicas: [{name: shops, count: 5}]", "'shops', which is no workload")]
    [InlineData("configMapGenerator: [{name: none, behavior: merge, literals: [a=b]}]", "'none', which no resource below makes")]
    [InlineData("configMapGenerator: [{name: a, literals: [a=b, a=c]}]", "key 'a' is there twice")]
    [InlineData("configMapGenerator: [{name: a, literals: [alone]}]", "'alone' is not of the form")]
    [InlineData("configMapGenerator: [{name: a, envs: [a.env]}]", "field 'configMapGenerator[0].envs'")]
    [InlineData("configMapGenerator: [{name: a, behavior: mix}]", "behavior is 'mix'")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '- {op: remove, path: /spec/x}'}]", "'remove' at '/spec/x' fails: there is no 'x'")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '- {op: add, path: /spec/x/y, value: 1}'}]", "there is no 'x'")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '- {op: test, path: /kind, value: Pod}'}]", "the value there is another")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '- {op: put, path: /kind}'}]", "no operation 'put'")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '{spec: {ports: [{port: 1}]}}'}]", "merges the list 'ports'")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '{spec: {$patch: delete}}'}]", "directive '$patch'")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: Service}, patch: '[{op: remove, path: /spec}]'}]", "begins with '[' and is no JSON")]
    [InlineData("resources: [../base]\npatches: [{patch: '- {op: remove, path: /spec}'}]", "does not say which object")]
    [InlineData("resources: [../base]\npatches: [{target: {kind: \"(\"}, patch: '{}'}]", "no valid pattern")]
    [InlineData("resources: [.]", "Folders include each other: top → top")]
    [InlineData("resources: [\"unclosed]", "no valid YAML")]
    public void What_is_not_supported_or_wrong_is_refused_with_the_file(string content, string expected)
    {
        var error = Assert.Throws<KustomizeException>(() => Render(Workload + content, "top"));

        Assert.Equal("top/kustomization.yaml", error.File);
        Assert.Contains(expected, error.What, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void Patch_without_a_target_is_noted_and_a_merge_patch_removes_by_null()
    {
        var rendered = Render(Workload + """
            resources: [../base]
            patches:
              - {target: {kind: Deployment, name: shops}, patch: '- {op: remove, path: /spec}'}
              - {target: {kind: Service}, patch: '{spec: {selector: null, type: ExternalName}}'}
            """, "top");

        Assert.Equal("patches[0].target", Assert.Single(rendered.Notes).Path);
        var service = rendered.Objects.Single(item => item.Kind == "Service");
        Assert.Null(service.Root.Get("spec", "selector"));
        Assert.Equal("ExternalName", service.Root.Get("spec", "type").Text());
    }

    [Fact]
    public void Rendering_twice_gives_the_same_and_changes_no_source()
    {
        var renderer = new KustomizeRenderer(new ObjectFiles(TreeText.Parse(_everything)));

        var first = renderer.Render("top").Objects.Select(item => item.Root.ToJsonString()).ToList();

        Assert.Equal(first, renderer.Render("top").Objects.Select(item => item.Root.ToJsonString()));
        Assert.DoesNotContain("market", string.Concat(renderer.Render("base").Objects.Select(item => item.Root.ToJsonString())), StringComparison.Ordinal);
    }

    [KubectlFact]
    public void Good_tree_of_the_lint_renders_as_by_kubectl()
    {
        foreach (var folder in new[] { "overlays/staging", "overlays/prod", "platform", "argocd" })
            RenderComparison.AssertSame(TreeFolder.Read(GoodTree.Folder), folder);
    }

    [KubectlFact(onExample: true)]
    public void Example_tree_renders_as_by_kubectl()
    {
        foreach (var folder in new[] { "base", "overlays/staging", "overlays/prod", "platform/config", "argocd/bootstrap", "argocd/home" })
            RenderComparison.AssertSame(TreeFolder.Read(ExampleTree.Folder), folder);
    }

    private static ResourceSet Render(string text, string folder) => new KustomizeRenderer(new ObjectFiles(TreeText.Parse(text))).Render(folder);
}
