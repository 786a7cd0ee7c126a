using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The health script of Applications in an interpreter, on states as Argo CD writes them.</summary>
public sealed class ApplicationHealthTests
{
    private const string Git = """{ "repoURL": "https://git.example.org/tmcp/gitops.git", "path": "manifests/overlays/prod", "targetRevision": "main" }""";
    private const string Chart = """{ "repoURL": "https://charts.example.org", "chart": "vault", "targetRevision": "0.29.1" }""";
    private const string NextChart = """{ "repoURL": "https://charts.example.org", "chart": "vault", "targetRevision": "0.30.0" }""";
    private const string Values = """{ "repoURL": "https://git.example.org/tmcp/gitops.git", "targetRevision": "main", "ref": "values" }""";

    [LuaTheory]
    [InlineData("Progressing", "just made: no status at all", """{ "spec": { "source": GIT } }""")]
    [InlineData("Progressing", "compared once, never synced", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "OutOfSync", "comparedTo": { "source": GIT } }, "health": { "status": "Missing" } } }""")]
    [InlineData("Progressing", "a sync is running", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": GIT } }, "operationState": { "phase": "Running" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Progressing", "the last sync failed", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": GIT } }, "operationState": { "phase": "Failed" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Healthy", "synced and healthy", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": GIT } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Healthy", "healthy from before there were operations", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": GIT } }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Degraded", "synced and degraded", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": GIT } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Degraded", "message": "no pods" } } }""")]
    [InlineData("Progressing", "synced while objects are missing", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": GIT } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Missing" } } }""")]
    [InlineData("Progressing", "edited since: another chart version", """{ "spec": { "source": NEXT }, "status": { "sync": { "status": "Synced", "comparedTo": { "source": CHART } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Progressing", "nothing compared yet", """{ "spec": { "source": GIT }, "status": { "sync": { "status": "Synced" }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Healthy", "several sources, all current", """{ "spec": { "sources": [CHART, VALUES] }, "status": { "sync": { "status": "Synced", "comparedTo": { "sources": [CHART, VALUES] } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Progressing", "several sources, one edited", """{ "spec": { "sources": [NEXT, VALUES] }, "status": { "sync": { "status": "Synced", "comparedTo": { "sources": [CHART, VALUES] } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Healthy" } } }""")]
    [InlineData("Progressing", "a source was added", """{ "spec": { "sources": [CHART, VALUES] }, "status": { "sync": { "status": "Synced", "comparedTo": { "sources": [CHART] } }, "operationState": { "phase": "Succeeded" }, "health": { "status": "Healthy" } } }""")]
    public void An_application_is_healthy_only_at_the_revision_that_it_asks_for(string expected, string state, string application)
    {
        var json = application.Replace("GIT", Git, StringComparison.Ordinal).Replace("NEXT", NextChart, StringComparison.Ordinal)
            .Replace("CHART", Chart, StringComparison.Ordinal).Replace("VALUES", Values, StringComparison.Ordinal);
        var lua = $"local obj = {ToLua(JsonNode.Parse(json))}\nlocal health = (function()\n{Script()}\nend)()\nprint(health.status)\nassert(type(health.message) == 'string')";

        Assert.Equal((state, expected), (state, Interpreter.Run("lua5.4", "-", lua).Trim()));
    }

    [Fact]
    public void Every_application_of_the_tree_is_judged_by_it()
    {
        var settings = new Rendered(TmcpPlaces.Render(TmcpGraph.Today()), "argocd/bootstrap").Config("argocd-cm");

        Assert.Equal(Script(), settings["resource.customizations.health.argoproj.io_Application"]);
        Assert.DoesNotContain("EndpointSlice]", settings["resource.exclusions"].Replace("CiliumEndpointSlice]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("kinds: [Endpoints]", settings["resource.exclusions"], StringComparison.Ordinal);
    }

    private static string Script() => Tmcp.Publisher.Kubernetes.EmbeddedText.Read("ArgoCd.application-health.lua");

    private static string ToLua(JsonNode? node) => node switch
    {
        JsonObject map => "{" + string.Join(", ", map.Select(entry => $"[{JsonSerializer.Serialize(entry.Key)}] = {ToLua(entry.Value)}")) + "}",
        JsonArray list => "{" + string.Join(", ", list.Select(ToLua)) + "}",
        JsonValue value when value.TryGetValue<string>(out var text) => JsonSerializer.Serialize(text),
        JsonValue value => Convert.ToString(value.GetValue<object>(), CultureInfo.InvariantCulture)!,
        _ => "nil",
    };
}
