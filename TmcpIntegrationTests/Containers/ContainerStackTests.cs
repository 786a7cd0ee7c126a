using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The graph is the same with its third-party servers in containers: services on the host reach them, and they keep their data with the rest.</summary>
[Collection(ContainerStack.ContainerCollection)]
public sealed class ContainerStackTests(ContainerStack stack)
{
    [DockerFact]
    public async Task Chat_reaches_PocketBase_and_the_model_in_their_containers()
    {
        var name = $"Launch {Guid.NewGuid():N}";
        using var user = await PocketBaseClient.SignInAsDemoUserAsync(stack);
        using var chat = new AgentChat(stack, user.Token);

        (await chat.SendAsync($"Create a campaign called \"{name}\" with budget 5000")).AssertDone();

        var record = Assert.Single(await user.ListAsync("marketing_campaigns", $"name = \"{name}\""));
        Assert.Equal(5000, (double)record!["budget"]!);
    }

    [DockerFact]
    public void Third_party_servers_are_containers_and_services_are_not()
    {
        string[] containers = [.. TmcpStack.Resources.Where(resource => ContainerOf(resource) is not null)];

        Assert.Equal([Names.PocketBase, Names.Redis, Names.Elasticsearch, Names.Ollama], containers);
    }

    [DockerFact]
    public async Task Model_was_pulled_before_the_agent_started()
    {
        using var client = new HttpClient { BaseAddress = stack.Address(Names.Ollama) };

        var tags = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/tags", UriKind.Relative)))!;

        Assert.Equal("qwen3:4b-instruct-2507-q4_K_M", (string?)Assert.Single(tags["models"]!.AsArray())!["name"]);
    }

    [DockerFact]
    public void PocketBase_keeps_its_data_in_the_folder_of_this_user()
    {
        var data = DockerEngine.Run("inspect", "--format", "{{range .Mounts}}{{.Source}}{{end}}", ContainerOf(Names.PocketBase)!);

        Assert.True(File.Exists(Path.Combine(data, "data.db")));
        using var writable = File.Open(Path.Combine(data, "data.db"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Assert.True(writable.CanWrite);
    }

    private string? ContainerOf(string resource) => stack.App.ResourceNotifications.TryGetCurrentState(resource, out var state)
        ? state.Snapshot.Properties.FirstOrDefault(property => property.Name == "container.id")?.Value as string
        : null;
}
