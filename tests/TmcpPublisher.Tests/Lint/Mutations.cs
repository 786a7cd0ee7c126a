using Xunit;

namespace Tmcp.Publisher.Tests.Lint;

/// <summary>One change of the good tree for each row, and the rule that must see it: rule, file, old text, new text, where in the object.</summary>
internal static class Mutations
{
    private const string Ledger = "base/ledger/ledger.yaml";
    private const string LedgerMap = "base/ledger/kustomization.yaml";
    private const string LedgerPolicy = "base/ledger/policy.yaml";
    private const string LedgerSecrets = "base/ledger/secrets.yaml";
    private const string Till = "base/till/till.yaml";
    private const string TillMap = "base/till/kustomization.yaml";
    private const string TillPolicy = "base/till/policy.yaml";
    private const string Press = "base/press/press.yaml";
    private const string Routes = "base/routes/routes.yaml";
    private const string Crowd = "components/crowd/crowd.yaml";
    private const string Prod = "overlays/prod/kustomization.yaml";
    private const string Argo = "argocd/applications.yaml";
    private const string Store = "platform/store.yaml";

    // A key that opens nothing, put together so that no scanner of this repository takes it for a real one.
    private static readonly string FakeKey = "AI" + "zaSyD3" + "kQ9xLw7Rb2Vt5Nf8Hj1Mc4Pz6Gs0Tu";

    internal static TheoryData<string, string, string, string, string> All { get; } = new()
    {
        { "render", Prod, "resources: [../../base]", "resources: [../../bass]", "" },
        { "render", "base/till/kustomization.yaml", "resources: [till.yaml", "bases: [till.yaml", "" },
        { "patch-target", "components/crowd/kustomization.yaml", "name: till}", "name: tills}", "patches[0].target" },
        { "schema", Press, "targetPort: 9100,", "targetport: 9100,", "spec.ports[0].targetport" },
        { "schema", Press, "port: 9100, targetPort", "port: \"9100\", targetPort", "spec.ports[0].port" },
        { "unknown-kind", Press, "kind: EndpointSlice", "kind: EndpointSlices", "apiVersion" },
        { "duplicate-object", Ledger, "kind: Role\nmetadata: {name: reader}", "kind: ServiceAccount\nmetadata: {name: keeper}", "metadata.name" },
        { "duplicate-object", "platform/kustomization.yaml", "[store.yaml]", "[store.yaml, store.yaml]", "metadata.name" },
        { "namespace", Prod, "namespace: bookshop\n", "\n", "metadata.namespace" },
        { "namespace", Prod, "namespace: bookshop\n", "namespace: bookstore\n", "namespace" },
        { "namespace", Prod, "namespace: bookshop\n", "namespace: bookshop-staging\n", "namespace" },
        { "namespace", "platform/kustomization.yaml", "resources:", "namespace: vault\nresources:", "metadata.namespace" },
        { "secret-version", LedgerSecrets, "external-secrets.io/v1", "external-secrets.io/v1beta1", "apiVersion" },
        { "prune-protection", Ledger, "sync-options: \"Prune=false,Delete=false\"", "sync-wave: \"1\"", "metadata.annotations.argocd.argoproj.io/sync-options" },
        { "prune-protection", Argo, "{name: bookshop, annotations: {argocd.argoproj.io/sync-options: \"Prune=false,Delete=false\"}}", "{name: bookshop}", "metadata.annotations.argocd.argoproj.io/sync-options" },
        { "application", Argo, "path: manifests/overlays/prod", "path: manifests/overlays/live", "spec.source.path" },
        { "application", Argo, "namespace: bookshop}", "namespace: bookshops}", "spec.destination.namespace" },
        { "application", Argo, "kind: AppProject\nmetadata: {name: shop,", "kind: AppProject\nmetadata: {name: shops,", "spec.project" },
        { "config-map-reference", Till, "configMapRef: {name: till-config}", "configMapRef: {name: till-settings}", "spec.template.spec.containers[0].envFrom[0].configMapRef.name" },
        { "config-map-reference", LedgerMap, "rules.ini=", "rule.ini=", "spec.template.spec.volumes[1].configMap.items[0].key" },
        { "secret-reference", LedgerSecrets, "target: {name: ledger-keys,", "target: {name: ledger-key,", "spec.template.spec.containers[0].envFrom[1].secretRef.name" },
        { "secret-reference", Ledger, "key: LEDGER_PASSWORD}", "key: LEDGER_PASSWORT}", "spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.name" },
        { "claim-reference", Ledger, "claimName: ledger-books", "claimName: ledger-book", "spec.template.spec.volumes[0].persistentVolumeClaim.claimName" },
        { "service-account-reference", Ledger, "serviceAccountName: keeper", "serviceAccountName: keepers", "spec.template.spec.serviceAccountName" },
        { "role-binding", Ledger, "kind: Role, name: reader", "kind: Role, name: writer", "roleRef.name" },
        { "role-binding", Ledger, "{kind: ServiceAccount, name: keeper}", "{kind: ServiceAccount, name: keeper, namespace: argocd}", "subjects[0]" },
        { "secret-store", LedgerSecrets, "name: strongroom", "name: strong-room", "spec.secretStoreRef" },
        { "secret-store", Store, "[bookshop, bookshop-staging]", "[bookshop]", "spec.conditions" },
        { "route-service", Routes, "name: till-service", "name: tills-service", "spec.routes[0].services[0]" },
        { "route-service", Routes, "port: 80}", "port: 8080}", "spec.routes[0].services[0]" },
        { "route-middleware", Routes, "middlewares: [{name: strip-till}]", "middlewares: [{name: strip-tills}]", "spec.routes[0].middlewares[0].name" },
        { "route-certificate", Routes, "entryPoints: [web]", "entryPoints: [web]\n  tls: {secretName: door-certificate}", "spec.tls.secretName" },
        { "route-policy", TillPolicy, "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector", "podSelector", "spec.routes[0].services[0]" },
        { "autoscaler", Crowd, "kind: Deployment, name: till}", "kind: Deployment, name: tills}", "spec.scaleTargetRef" },
        { "autoscaler", Prod, "images:", "replicas: [{name: till, count: 3}]\nimages:", "spec.replicas" },
        { "autoscaler", Till, "requests: {cpu: 100m, memory", "requests: {memory", "spec.template.spec.containers[0].resources.requests.cpu" },
        { "disruption-budget", Crowd, "matchLabels: {app: till}", "matchLabels: {app: tills}", "spec.selector" },
        { "disruption-budget", Crowd, "minReplicas: 2", "minReplicas: 1", "spec" },
        { "service-reference", TillMap, "http://ledger-service/entries", "http://ledgers-service/entries", "data.LEDGER_URL" },
        { "service-reference", TillMap, "http://ledger-service/entries", "http://ledger-service:8123/entries", "data.LEDGER_URL" },
        { "service-reference", TillMap, "http://ledger-service/entries", "http://ledger-service.bookshop-old.svc.cluster.local", "data.LEDGER_URL" },
        { "service-reference", TillMap, "good day", "cache-service:6379,abort=false", "data.TILL_GREETING" },
        { "environment-reference", Ledger, "value: \"$(LEDGER_OWNER):", "value: \"$(LEDGER_OWNERS):", "spec.template.spec.containers[0].env[1].value" },
        { "environment-reference", Ledger, "value: \"bookshop\"", "value: \"$(LEDGER_LOGIN)\"", "spec.template.spec.containers[0].env[0].value" },
        { "environment-reference", LedgerMap, "LEDGER_YEAR=", "LEDGER_YEARS=", "spec.template.spec.containers[0].args[1]" },
        { "model-name", TillMap, "parrot:2b-q4_K_M", "parrot:2b-14_K_M", "data.CLERK_MODEL" },
        { "template-selector", Till, "metadata: {labels: {app: till}}", "metadata: {labels: {app: tills}}", "spec.selector" },
        { "service-selector", Till, "selector: {app: till}", "selector: {app: tills}", "spec.selector" },
        { "service-selector", Press, "service-name: press-service", "service-name: presses-service", "spec" },
        { "service-port", Till, "targetPort: http", "targetPort: https", "spec.ports[0].targetPort" },
        { "service-port", Press, "ports: [{name: jobs, port: 9100, protocol", "ports: [{name: job, port: 9100, protocol", "spec.ports[0]" },
        { "policy-selector", LedgerPolicy, "{podSelector: {matchLabels: {app: auditor}}}", "{podSelector: {matchLabels: {app: auditors}}}", "spec.ingress[0].from[1]" },
        { "policy-selector", LedgerPolicy, "podSelector: {matchLabels: {app: ledger}}", "podSelector: {matchLabels: {app: ledgers}}", "spec.podSelector" },
        { "policy-port", LedgerPolicy, "port: 8123", "port: 80", "spec.ingress[0].ports[0]" },
        { "policy-port", TillPolicy, "port: 8123", "port: 80", "spec.egress[0].ports[0]" },
        { "policy-address", TillPolicy, "192.0.2.7/32", "192.0.2.8/32", "spec.egress[1].to[0].ipBlock" },
        { "edge-policy", TillPolicy, "    - {to: [{podSelector: {matchLabels: {app: ledger}}}], ports: [{protocol: TCP, port: 8123}]}\n", "", "data.LEDGER_URL" },
        { "edge-policy", LedgerPolicy, "{podSelector: {matchLabels: {app: till}}}, ", "", "data.LEDGER_URL" },
        { "edge-policy", TillPolicy, "port: 9100", "port: 9101", "data.PRESS_URL" },
        { "edge-policy", LedgerMap, "LEDGER_YEAR=\"1999\"", "LEDGER_YEAR=\"till-service\"", "data.LEDGER_YEAR" },
        { "policy-edge", TillMap, "http://ledger-service/entries", "none", "spec.egress[0].to[0]" },
        { "policy-edge", TillPolicy, "{app: ledger}", "{app: nobody}", "spec.ingress[0].from[0]" },
        { "environment-name", TillMap, "TILL_GREETING=", "1_GREETING=", "data.1_GREETING" },
        { "environment-name", Ledger, "name: LEDGER_LOGIN", "name: \"LEDGER LOGIN\"", "spec.template.spec.containers[0].env[1].name" },
        { "environment-name", Ledger, "name: LEDGER_LOGIN", "name: LEDGER_OWNER", "spec.template.spec.containers[0].env[1].name" },
        { "probe", Till, "          readinessProbe: {httpGet: {path: /ready, port: http}}\n", "", "spec.template.spec.containers[0].readinessProbe" },
        { "probe", Till, "          livenessProbe: {httpGet: {path: /alive, port: http}}\n", "", "spec.template.spec.containers[0].livenessProbe" },
        { "probe", Till, "path: /alive, port: http", "path: /alive, port: admin", "spec.template.spec.containers[0].livenessProbe" },
        { "resources", Till, ", limits: {memory: 128Mi}", "", "spec.template.spec.containers[0].resources.limits.memory" },
        { "resources", Ledger, "requests: {cpu: 50m, memory: 64Mi}, ", "", "spec.template.spec.containers[0].resources.requests.memory" },
        { "single-writer", Ledger, "replicas: 1", "replicas: 2", "spec.replicas" },
        { "single-writer", Ledger, "kind: StatefulSet", "kind: Deployment", "kind" },
        { "single-writer", Ledger, "serviceName: ledger-service", "serviceName: ledger", "spec.serviceName" },
        { "restricted-profile", Till, "runAsNonRoot: true, ", "", "spec.template.spec.containers[0].securityContext.runAsNonRoot" },
        { "restricted-profile", Till, "runAsUser: 1002", "runAsUser: 0", "spec.template.spec.containers[0].securityContext.runAsUser" },
        { "restricted-profile", Till, ", seccompProfile: {type: RuntimeDefault}", "", "spec.template.spec.containers[0].securityContext.seccompProfile" },
        { "restricted-profile", Till, "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true", "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation" },
        { "restricted-profile", Till, "drop: [ALL]", "drop: [ALL], add: [SYS_ADMIN]", "spec.template.spec.containers[0].securityContext.capabilities" },
        { "restricted-profile", Till, "readOnlyRootFilesystem: true", "privileged: true", "spec.template.spec.containers[0].securityContext.privileged" },
        { "restricted-profile", Till, "containerPort: 8080", "containerPort: 8080, hostPort: 8080", "spec.template.spec.containers[0].ports" },
        { "restricted-profile", Till, "      containers:", "      hostNetwork: true\n      containers:", "spec.template.spec.hostNetwork" },
        { "restricted-profile", Ledger, "configMap: {name: ledger-rules, items: [{key: rules.ini, path: rules.ini}]}", "hostPath: {path: /etc}", "spec.template.spec.volumes[1].hostPath" },
        { "restricted-profile", Till, "runAsUser: 1002", "runAsUser: 1002, sysctls: [{name: kernel.msgmax, value: \"1\"}]", "spec.template.spec.securityContext.sysctls[0]" },
        { "mutable-tag", Prod, "newTag: v7, digest: \"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"", "newTag: latest", "spec.template.spec.containers[0].image" },
        { "image-digest", Prod, "newTag: v7, digest: \"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"", "newTag: v7", "spec.template.spec.containers[0].image" },
        { "literal-secret", TillMap, "TILL_GREETING=\"good day\"", "TILL_API_KEY=\"open sesame\"", "data.TILL_API_KEY" },
        { "literal-secret", Ledger, "{name: LEDGER_OWNER, value: \"bookshop\"}", "{name: LEDGER_OWNER, value: \"bookshop\"}\n            - {name: ledgerToken, value: abc}", "spec.template.spec.containers[0].env[1].value" },
        { "literal-secret", Ledger, "--year=$(LEDGER_YEAR)", "--admin-password=hunter2", "spec.template.spec.containers[0].args[1]" },
        { "secret-shape", TillMap, "good day", FakeKey, "data.TILL_GREETING" },
        { "secret-shape", TillMap, "good day", "postgres://clerk:open-sesame@db.example.org/till", "data.TILL_GREETING" },
        { "secret-shape", TillMap, "good day", "Server=db.example.org;Password=open", "data.TILL_GREETING" },
        { "secret-shape", TillMap, "good day", "Zx7Kq2Lw9Rb4Vt1Nf8Hj3Mc6Pd", "data.TILL_GREETING" },
        { "secret-shape", Argo, "injector: {enabled: false}", "token: " + "hv" + "s.CAESIJ4mX2pQ9rT7wK3nB8vZ", "spec.source.helm.valuesObject" },
        { "secret-object", Press, "apiVersion: discovery.k8s.io/v1", "apiVersion: v1\nkind: Secret\nmetadata: {name: own}\nstringData: {a: b}\n---\napiVersion: discovery.k8s.io/v1", "data" },
        { "secret-marker", TillMap, "good day", LinterTests.Marker, "" },
    };
}
