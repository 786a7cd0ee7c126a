using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Tmcp.Publisher.Tests.VerifyCluster;

public sealed class VerifyTests : IDisposable
{
    private readonly FakeCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task Healthy_cluster_passes_every_look()
    {
        var (exitCode, output) = await _cluster.VerifyAsync();

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("FAIL", output, StringComparison.Ordinal);
        foreach (var seen in new[]
        {
            "API server: It is ready.", "Vault: It is initialised and open.", "store vault-backend: External Secrets can read it.", "pb-secrets (tmcp/video-creater/PB_ADMIN_PASSWORD): Every key was read.",
            "StatefulSet pocketbase: 1 of 1 pods are ready.", "qwen3:4b-instruct-2507-q4_K_M: It is installed at ollama-service.", "Service bridge-service: It is reachable from inside only.",
            "application tmcp-prod: Synced and healthy.", "note public paths: They were not asked.",
        })
            Assert.Contains(seen, output, StringComparison.Ordinal);
        Assert.DoesNotContain("application tmcp-staging", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cluster_that_does_not_answer_is_the_only_failure()
    {
        _cluster.Fail("get --raw /readyz", "Unable to connect to the server: dial tcp 192.168.0.10:6443: connect: connection refused");

        await AssertFailsAsync("FAIL API server: It does not answer: Unable to connect", "1 looks, 1 failed.");
    }

    [Fact]
    public async Task Namespace_that_is_not_there_is_named()
    {
        _cluster.Fail("get namespace tmcp-marketing -o json", "Error from server (NotFound): namespaces \"tmcp-marketing\" not found");

        await AssertFailsAsync("FAIL namespace tmcp-marketing: It is not there");
    }

    [Theory]
    [InlineData("""{"initialized": true, "sealed": true}""", "FAIL Vault: It is sealed")]
    [InlineData("""{"initialized": false, "sealed": true}""", "FAIL Vault: It is not initialised.")]
    public async Task State_of_vault_is_told(string health, string expected)
    {
        _cluster.Answer("get --raw /api/v1/namespaces/vault/services/http:vault:8200/proxy/v1/sys/health?standbyok=true&sealedcode=200&uninitcode=200", health);

        await AssertFailsAsync(expected);
    }

    [Fact]
    public async Task Missing_key_is_told_with_the_command_that_seeds_it()
    {
        _cluster.Change("externalsecret.external-secrets.io", "pb-secrets", NotReady("SecretSyncedError", "could not get secret data from provider"));

        await AssertFailsAsync(
            "FAIL pb-secrets (tmcp/video-creater/PB_ADMIN_PASSWORD): It was not read: SecretSyncedError: could not get secret data from provider.",
            "vault kv patch -mount=secret tmcp/video-creater PB_ADMIN_PASSWORD=-");
    }

    [Fact]
    public async Task Missing_optional_key_is_only_noted()
    {
        _cluster.Change("externalsecret.external-secrets.io", "agent-secrets-optional", NotReady("SecretSyncedError", "no such key"));

        var (exitCode, output) = await _cluster.VerifyAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("note agent-secrets-optional", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_that_cannot_be_read_says_why()
    {
        _cluster.Change("clustersecretstore.external-secrets.io", "vault-backend", NotReady("InvalidProviderConfig", "permission denied"), @namespace: null);

        await AssertFailsAsync("FAIL store vault-backend: External Secrets cannot read it: InvalidProviderConfig: permission denied.");
    }

    [Fact]
    public async Task Operator_that_is_not_installed_is_told()
    {
        _cluster.Fail("get externalsecret.external-secrets.io -n tmcp-marketing -o json", "error: the server doesn't have a resource type \"externalsecrets\"");

        await AssertFailsAsync("The cluster cannot list ExternalSecrets: error: the server doesn't have a resource type", "Install External Secrets");
    }

    [Theory]
    [InlineData("CreateContainerConfigError", "couldn't find key POCKETBASE_PASSWORD in Secret tmcp-marketing/agent-secrets-k8s", "couldn't find key POCKETBASE_PASSWORD in Secret tmcp-marketing/agent-secrets-k8s.", "Seed that key in Vault")]
    [InlineData("ImagePullBackOff", "Back-off pulling image \"lupca/tmcp-agents:v9\"", "ImagePullBackOff: Back-off pulling image", "image lock")]
    [InlineData("CrashLoopBackOff", "back-off 5m0s restarting", "it ended with 139 (Error), 7 restarts", "kubectl logs agent-1 -n tmcp-marketing -c agent --previous")]
    public async Task Workload_that_is_not_ready_says_why(string reason, string message, string expected, string remedy)
    {
        _cluster.Change("deployment.apps", "marketing-agent", deployment =>
        {
            deployment["spec"]!["replicas"] = 2;
            deployment["status"] = new JsonObject { ["readyReplicas"] = 0 };
        });
        _cluster.Add("pod", "tmcp-marketing", new JsonObject
        {
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = "agent-1", ["namespace"] = "tmcp-marketing", ["labels"] = new JsonObject { ["app"] = "agent" } },
            ["status"] = new JsonObject
            {
                ["containerStatuses"] = new JsonArray(new JsonObject
                {
                    ["name"] = "agent",
                    ["ready"] = false,
                    ["restartCount"] = 7,
                    ["state"] = new JsonObject { ["waiting"] = new JsonObject { ["reason"] = reason, ["message"] = message } },
                    ["lastState"] = new JsonObject { ["terminated"] = new JsonObject { ["exitCode"] = 139, ["reason"] = "Error" } },
                }),
            },
        }.ToJsonString());

        await AssertFailsAsync("FAIL Deployment marketing-agent: 0 of 2 pods are ready: agent-1 is in " + reason, expected, remedy);
    }

    [Fact]
    public async Task Pod_without_a_node_says_why()
    {
        _cluster.Change("statefulset.apps", "pocketbase", set => set["status"] = new JsonObject());
        _cluster.Add("pod", "tmcp-marketing", """
            {"kind": "Pod", "metadata": {"name": "pocketbase-0", "namespace": "tmcp-marketing", "labels": {"app": "pocketbase"}},
             "status": {"conditions": [{"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": "0/1 nodes are available: 1 Insufficient memory."}]}}
            """);

        await AssertFailsAsync("pocketbase-0 has no node: Unschedulable: 0/1 nodes are available: 1 Insufficient memory.");
    }

    [Fact]
    public async Task Status_of_an_older_description_counts_as_not_ready()
    {
        _cluster.Change("deployment.apps", "marketing-agent", deployment =>
        {
            deployment["spec"]!["replicas"] = 2;
            deployment["metadata"]!["generation"] = 2;
        });

        await AssertFailsAsync("FAIL Deployment marketing-agent: 0 of 2 pods are ready.");
    }

    [Fact]
    public async Task Workload_with_another_image_is_not_what_the_tree_says()
    {
        _cluster.Change("deployment.apps", "marketing-agent", deployment => deployment["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = "lupca/tmcp-agents:old");

        await AssertFailsAsync("FAIL Deployment marketing-agent: It runs lupca/tmcp-agents:old, and the tree says lupca/tmcp-agents");
    }

    [Fact]
    public async Task Workload_that_is_scaled_to_nothing_or_gone_is_told()
    {
        _cluster.Change("deployment.apps", "marketing-agent", deployment => deployment["spec"]!["replicas"] = 0);
        _cluster.Remove("deployment.apps", "mcp-bridge");

        await AssertFailsAsync("FAIL Deployment marketing-agent: It is scaled to 0.", "FAIL Deployment mcp-bridge: It is not there.");
    }

    [Fact]
    public async Task Slice_that_argo_cd_left_out_is_told_with_its_cause()
    {
        _cluster.Remove("endpointslice.discovery.k8s.io", "ollama-service-1");

        await AssertFailsAsync("FAIL EndpointSlice ollama-service-1: It is not there.", "argocd-cm");
    }

    [Fact]
    public async Task Model_that_is_not_installed_is_told_with_the_nearest_one()
    {
        _cluster.Answer("get --raw /api/v1/namespaces/tmcp-marketing/services/http:ollama-service:11434/proxy/api/tags", """{"models": [{"name": "qwen3:4b-instruct-2507-q8_0"}]}""");

        await AssertFailsAsync("FAIL qwen3:4b-instruct-2507-q4_K_M: It is not installed at ollama-service", "ollama pull qwen3:4b-instruct-2507-q4_K_M", "did you mean 'qwen3:4b-instruct-2507-q8_0'?");
    }

    [Fact]
    public async Task Model_server_that_does_not_answer_is_told()
    {
        _cluster.Fail("get --raw /api/v1/namespaces/tmcp-marketing/services/http:ollama-service:11434/proxy/api/tags", "error trying to reach service: dial tcp 192.168.0.102:11434: i/o timeout");

        await AssertFailsAsync("FAIL ollama-service: The model server does not answer: error trying to reach service");
    }

    [Fact]
    public async Task Route_that_the_tree_does_not_have_is_told_wherever_it_is()
    {
        _cluster.Add("ingressroute.traefik.io", null, """
            {"kind": "IngressRoute", "metadata": {"name": "handmade", "namespace": "default"},
             "spec": {"routes": [{"match": "PathPrefix(`/x`)", "services": [{"name": "bridge-service", "namespace": "tmcp-marketing", "port": 80}]}]}}
            """);

        await AssertFailsAsync("FAIL Service bridge-service: IngressRoute default/handmade leads to it from outside");
    }

    [Fact]
    public async Task Service_on_every_node_is_told()
    {
        _cluster.Change("service", "pb-service", service => service["spec"]!["type"] = "NodePort");

        await AssertFailsAsync("FAIL Service pb-service: It is a NodePort");
    }

    [Fact]
    public async Task Application_that_is_not_synced_says_so()
    {
        _cluster.Change("application.argoproj.io", "tmcp-prod", application =>
            application["status"] = JsonNode.Parse("""{"sync": {"status": "OutOfSync"}, "health": {"status": "Degraded"}, "operationState": {"message": "one or more objects failed to apply"}}"""), "argocd");

        await AssertFailsAsync("FAIL application tmcp-prod: It is OutOfSync and Degraded: one or more objects failed to apply.");
    }

    [Fact]
    public async Task Public_paths_are_asked_behind_their_prefix()
    {
        await using var outside = new FakeOutside(path => path.StartsWith("/pb/", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.BadGateway);

        var (exitCode, output) = await _cluster.VerifyAsync("--url", outside.Url);

        Assert.Equal(1, exitCode);
        Assert.Contains("ok   /pb/api/health: It answers 200.", output, StringComparison.Ordinal);
        Assert.Contains("FAIL /api/agent/health: It answers 502", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_that_nobody_listens_on_is_told()
    {
        string url;
        await using (var gone = new FakeOutside(_ => HttpStatusCode.OK))
            url = gone.Url;

        var (_, output) = await _cluster.VerifyAsync("--url", url);

        Assert.Contains("FAIL /pb/api/health: It cannot be asked", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_environment_is_refused_with_the_known_ones()
    {
        using var output = new StringWriter();

        var exitCode = await Publisher.Commands.PublisherCommands.RunAsync(["verify", "produktion", "--manifests", _cluster.Manifests], output, output);

        Assert.Equal(2, exitCode);
        Assert.Contains("no overlay 'produktion'. Use one of prod, staging.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_kubectl_is_refused_with_a_remedy()
    {
        using var output = new StringWriter();

        var exitCode = await Publisher.Commands.PublisherCommands.RunAsync(
            ["verify", "prod", "--manifests", _cluster.Manifests, "--kubectl", Path.Combine(_cluster.Manifests, "none")], output, output);

        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be started", output.ToString(), StringComparison.Ordinal);
    }

    private static Action<JsonObject> NotReady(string reason, string message) => item => item["status"] = new JsonObject
    {
        ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "False", ["reason"] = reason, ["message"] = message }),
    };

    private async Task AssertFailsAsync(params string[] expected)
    {
        var (exitCode, output) = await _cluster.VerifyAsync();

        Assert.Equal(1, exitCode);
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }
}
