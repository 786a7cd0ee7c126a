using System.Net;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

[Collection(TmcpStack.Collection)]
public sealed class WorkspaceIsolationTests(TmcpStack stack)
{
    [Fact]
    public async Task Another_user_cannot_read_a_workspace_by_PocketBase_bridge_or_agent()
    {
        var secret = $"Secret {Guid.NewGuid():N}";
        var (owner, workspace) = await PocketBaseClient.SignUpAsync(stack, "Owner");
        var (other, _) = await PocketBaseClient.SignUpAsync(stack, "Other");
        using (owner)
        using (other)
        {
            var campaign = await owner.CreateAsync("marketing_campaigns", new { workspace_id = workspace, name = secret, status = "planned" });
            var id = (string)campaign["id"]!;
            Assert.Single(await owner.ListAsync("marketing_campaigns"));

            Assert.Empty(await other.ListAsync("marketing_campaigns", $"name = \"{secret}\""));
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("marketing_campaigns", id)).StatusCode);
            await AssertBridgeHidesAsync(other.Token, id, secret);
            using var chat = new AgentChat(stack, other.Token);
            var answer = await chat.SendAsync("List my campaigns");
            Assert.DoesNotContain(secret, answer.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_token_the_agent_answers_401_before_any_stream()
    {
        using var guest = stack.CreateGatewayClient();

        using var response = await guest.PostAsync("/api/agent/chat", new StringContent("{\"message\":\"hi\"}", null, "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Without_a_token_the_bridge_refuses()
    {
        await using var client = await ConnectAsync(token: null);

        var result = await client.CallToolAsync("list_records", new Dictionary<string, object?> { ["collection"] = "workspaces" });

        Assert.StartsWith("Error:", TextOf(result), StringComparison.Ordinal);
    }

    private async Task AssertBridgeHidesAsync(string token, string id, string secret)
    {
        await using var client = await ConnectAsync(token);
        var collection = new Dictionary<string, object?> { ["collection"] = "marketing_campaigns" };

        Assert.DoesNotContain(secret, TextOf(await client.CallToolAsync("list_records", collection)), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, TextOf(await client.CallToolAsync("get_record", With(collection, "record_id", id))), StringComparison.Ordinal);
        var count = TextOf(await client.CallToolAsync("count_records", With(collection, "filter", $"id = \"{id}\"")));
        Assert.Contains("\"totalItems\": 0", count, StringComparison.Ordinal);

        foreach (var uri in (string[])["pocketbase://marketing_campaigns/records", $"pocketbase://marketing_campaigns/{id}"])
        {
            var resource = await client.ReadResourceAsync(uri);
            Assert.DoesNotContain(secret, string.Concat(resource.Contents.OfType<TextResourceContents>().Select(part => part.Text)), StringComparison.Ordinal);
        }
    }

    private Task<McpClient> ConnectAsync(string? token)
    {
        var headers = token is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" };
        return McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(stack.Address(Names.Bridge), "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = headers,
        }));
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> arguments, string name, object value) =>
        new(arguments) { [name] = value };

    private static string TextOf(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
