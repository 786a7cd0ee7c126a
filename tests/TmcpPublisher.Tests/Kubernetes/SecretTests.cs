using System.Text.Json.Nodes;
using Tmcp.Publisher.Graph;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

public sealed class SecretTests
{
    private static readonly Parameter Token = new("api-token", true, false, null, null);

    [Fact]
    public void A_secret_is_kept_with_its_first_consumer_and_named_after_its_parameter()
    {
        var graph = With("bridge", bridge => bridge with { Environment = [Variable("TOKEN", Secret("api-token"))] });
        graph = (graph with { Workloads = [.. graph.Workloads.Select(workload => workload.Resource == "agent" ? workload with { Environment = [Variable("KEY", Secret("api-token"))] } : workload)] }).And(Token);
        var rendered = new Rendered(TmcpPlaces.Render(graph), "base");

        Assert.Equal([("TOKEN", "tmcp/bridge", "API_TOKEN")], Data(rendered, "bridge-secrets"));
        Assert.Equal([("KEY", "tmcp/bridge", "API_TOKEN")], Data(rendered, "agent-secrets"));
    }

    [Fact]
    public void The_workloads_own_word_for_a_home_counts_and_the_first_consumers_for_everybody_else()
    {
        var graph = With("bridge", bridge => bridge with { SecretHomes = new Dictionary<string, SecretHome>() });
        var rendered = new Rendered(TmcpPlaces.Render(graph), "base");

        Assert.Equal([("PB_ADMIN_PASSWORD", "tmcp/video-creater", "PB_ADMIN_PASSWORD")], Data(rendered, "pb-secrets"));
        Assert.Equal([("POCKETBASE_PASSWORD", "tmcp/video-creater", "PB_ADMIN_PASSWORD")], Data(rendered, "bridge-secrets"));
    }

    [Fact]
    public void An_optional_secret_has_a_set_of_its_own_that_may_be_absent()
    {
        var rendered = new Rendered(TmcpPlaces.Render(Today()), "base");
        var sources = rendered.Container("Deployment", "marketing-agent")["envFrom"]!.AsArray().Select(source => source!["secretRef"]).OfType<JsonNode>().ToList();

        Assert.Equal([("LANGSMITH_API_KEY", "tmcp/agent", "LANGSMITH_API_KEY")], Data(rendered, "agent-secrets-optional"));
        Assert.Equal(["agent-secrets-k8s", "agent-secrets-optional-k8s"], sources.Select(source => source["name"]!.GetValue<string>()));
        Assert.Equal([false, true], sources.Select(source => source["optional"]?.GetValue<bool>() ?? false));
    }

    [Fact]
    public void An_optional_secret_inside_other_text_is_an_error()
    {
        var graph = With("agent", agent => agent with { Environment = [Variable("URL", Mixed("https://x/?key=", "langsmith-api-key"))] });
        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph));

        Assert.Contains("optional secret 'langsmith-api-key' inside other text in variable 'URL'", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_mixed_with_a_secret_refers_to_the_variable_that_has_it_already()
    {
        var graph = With("bridge", bridge => bridge with { Environment = [Variable("A", Mixed("x:", "api-token")), Variable("TOKEN", Secret("api-token")), Variable("B", Mixed("y:", "api-token"))] }).And(Token);
        var rendered = new Rendered(TmcpPlaces.Render(graph), "base");

        Assert.Equal("x:$(TOKEN)", rendered.Variable("Deployment", "mcp-bridge", "A"));
        Assert.Equal("y:$(TOKEN)", rendered.Variable("Deployment", "mcp-bridge", "B"));
        Assert.Equal(["TOKEN"], Data(rendered, "bridge-secrets").Select(datum => datum.Key));
    }

    [Fact]
    public void A_variable_that_has_the_wished_name_is_left_alone()
    {
        var graph = With("bridge", bridge => bridge with { Environment = [Variable("API_TOKEN", Literal("not it")), Variable("A", Mixed("x:", "api-token"))] }).And(Token);
        var rendered = new Rendered(TmcpPlaces.Render(graph), "base");

        Assert.Equal("x:$(API_TOKEN_SECRET)", rendered.Variable("Deployment", "mcp-bridge", "A"));
        Assert.Equal("not it", rendered.Config("bridge-config")["API_TOKEN"]);
        Assert.Equal([("API_TOKEN_SECRET", "tmcp/bridge", "API_TOKEN")], Data(rendered, "bridge-secrets"));
    }

    [Fact]
    public void An_encoded_secret_is_made_by_the_template_of_the_secret()
    {
        var rendered = new Rendered(GraphVariants.Everything(), "base");
        var template = rendered.Object("ExternalSecret", "queue-secrets")["spec"]!["target"]!["template"]!;

        Assert.Equal("""{"TOKEN_URI":"{{ index . \u0022QUEUE_TOKEN\u0022 | urlquery | replace \u0022\u002B\u0022 \u0022%20\u0022 }}"}""", template["data"]!.ToJsonString());
        Assert.Equal("Merge", template["mergePolicy"]!.GetValue<string>());
        Assert.Equal("amqp://user:$(TOKEN_URI)@redis-service:6379/", rendered.Variable("Deployment", "queue", "AMQP_URL"));
    }

    [Fact]
    public void An_argument_reads_its_secret_from_a_variable()
    {
        var container = new Rendered(TmcpPlaces.Render(Whole()), "base").Container("StatefulSet", "redis");

        Assert.Equal(["--requirepass", "$(REDIS_PASSWORD)"], container["args"]!.AsArray().Select(item => item!.GetValue<string>()));
        Assert.Equal("redis-secrets-k8s", container["envFrom"]![0]!["secretRef"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void Secrets_are_told_by_what_they_are_and_not_by_their_name()
    {
        var graph = With("bridge", bridge => bridge with { Environment = [Variable("MY_PASSWORD", Literal("see the manual")), Variable("HARMLESS", Secret("api-token"))] }).And(Token);
        var rendered = new Rendered(TmcpPlaces.Render(graph), "base");

        Assert.Equal("see the manual", rendered.Config("bridge-config")["MY_PASSWORD"]);
        Assert.DoesNotContain("HARMLESS", rendered.Config("bridge-config").Keys);
        Assert.Equal(["HARMLESS"], Data(rendered, "bridge-secrets").Select(datum => datum.Key));
    }

    [Fact]
    public void An_environment_reads_below_its_own_path_and_leaves_foreign_keys_alone()
    {
        var graph = With("bridge", bridge => bridge with { SecretHomes = new Dictionary<string, SecretHome> { ["POCKETBASE_PASSWORD"] = new("shared/pocketbase", "PASSWORD") } });
        var staging = new Rendered(TmcpPlaces.Render(graph), "overlays/staging");

        Assert.Equal([("POCKETBASE_PASSWORD", "shared/pocketbase", "PASSWORD")], Data(staging, "bridge-secrets"));
        Assert.Equal([("PB_ADMIN_PASSWORD", "tmcp/staging/video-creater", "PB_ADMIN_PASSWORD")], Data(staging, "pb-secrets"));
        Assert.All(Data(staging, "aspire-dashboard-secrets"), datum => Assert.Equal("tmcp/staging/aspire-dashboard", datum.Store));
    }

    [Fact]
    public void The_keeper_makes_what_has_a_rule_below_the_path_of_its_environment_and_nothing_else()
    {
        var keeper = JsonNode.Parse(new Rendered(TmcpPlaces.Render(Whole()), "platform/vault-keeper").Config("vault-keeper-config")["vault-keeper.json"])!;
        var values = keeper["values"]!.AsArray().ToDictionary(value => value!["name"]!.GetValue<string>(), value => value!);

        Assert.Equal(["staging/dashboard-browser-token", "staging/dashboard-otlp-key", "staging/pocketbase-admin-password", "staging/redis-password"], values.Keys);
        Assert.Equal("""{"minLength":32,"special":false}""", values["staging/redis-password"]["generate"]!.ToJsonString());
        Assert.All(values.Values.SelectMany(value => value["homes"]!.AsArray()), home => Assert.StartsWith("tmcp/staging/", home!["key"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal(3, values["staging/pocketbase-admin-password"]["homes"]!.AsArray().Count);
    }

    [Fact]
    public void Every_key_that_something_reads_is_on_the_page_for_people()
    {
        var tree = TmcpPlaces.Render(Whole());
        var reads = TreeObjects.Documents(tree).Where(item => item.Kind == "ExternalSecret")
            .SelectMany(item => item.Root["spec"]!["data"]!.AsArray()).Select(datum => datum!["remoteRef"]!)
            .Select(home => $"| `{home["key"]!.GetValue<string>()}` | `{home["property"]!.GetValue<string>()}` |").Distinct().ToList();

        Assert.True(reads.Count >= 8);
        Assert.All(reads, row => Assert.Contains(row, tree.Files["SECRETS.md"], StringComparison.Ordinal));
    }

    private static IReadOnlyList<(string Key, string Store, string Property)> Data(Rendered rendered, string name)
        => [.. rendered.Object("ExternalSecret", name)["spec"]!["data"]!.AsArray().Select(datum => (
            datum!["secretKey"]!.GetValue<string>(), datum["remoteRef"]!["key"]!.GetValue<string>(), datum["remoteRef"]!["property"]!.GetValue<string>()))];
}
