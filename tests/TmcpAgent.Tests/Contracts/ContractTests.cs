using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;
using Tmcp.Agent.Tests.Jobs;

namespace Tmcp.Agent.Tests.Contracts;

public sealed class ContractTests
{
    /// <summary>Route and body; {0} is in both where a record's id stands.</summary>
    public static TheoryData<string, string> Routes => new()
    {
        { "/generate-worksheet", $$"""{"brandIds":["{{Marketing.Brand}}","gone"],"customerIds":["{{Marketing.Persona}}"]}""" },
        { "/generate-brand-identity", $$"""{"worksheetId":"{{Marketing.Worksheet}}"}""" },
        { "/generate-customer-profile", $$"""{"brandIdentityId":"{{Marketing.Brand}}"}""" },
        { "/generate-marketing-strategy", $$"""{"worksheetId":"{{Marketing.Worksheet}}","productId":"{{Marketing.Product}}","goal":"more"}""" },
        { "/generate-master-content", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1"}""" },
        { "/generate-master-content", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1","save":true}""" },
        { $"/generate-platform-variants/{Marketing.Master}", """{"platforms":["twitter","blog"],"workspaceId":"ws1"}""" },
        { $"/generate-platform-variants/{Marketing.Master}", """{"platforms":["email"],"workspaceId":"ws1","save":true}""" },
        { "/batch-generate-posts", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1","platforms":["twitter"],"numMasters":1}""" },
        { "/generate-content-briefs", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1","anglesPerStage":1}""" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_event_of_a_route_is_one_of_its_contract(string path, string body)
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        var name = path.Split('/')[1];
        var good = await agent.SendAsync(agent.Token, body, path);
        agent.Model.AnswerTasks((_, _) => "");
        var bad = await agent.SendAsync(agent.Token, body, path);

        Contract.Holds(name, good, "done");
        Contract.Holds(name, bad, "error");
        Assert.Contains(good.Events.Concat(bad.Events), item => item.GetProperty("type").GetString() == "status");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Refusals_of_a_route_are_those_of_the_contract(string path, string body)
    {
        var (agent, _) = await Marketing.StartAsync(("Limits:GenerationsPerMinute", "1"));
        await using var host = agent;

        var invalid = await agent.SendAsync(agent.Token, "[]", path);
        var tooMany = await agent.SendAsync(agent.Token, body, path);
        var nobody = await agent.SendAsync(token: null, body, path);

        Assert.Equal([422, 429, 401], new[] { invalid, tooMany, nobody }.Select(answer => (int)answer.Status));
        Contract.Holds("validation-failure", Parse(invalid));
        Contract.Holds("problem", Parse(tooMany));
        Contract.Holds("problem", Parse(nobody));
        Assert.NotNull(tooMany.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Jobs_are_shown_as_their_contract_says()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(1));
        await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs(1));
        var id = stream.Events[0].GetProperty("jobId").GetString();

        Contract.Holds("jobs", (await agent.CallAsync(HttpMethod.Get, "/jobs")).Body);
        Contract.Holds("job", (await agent.CallAsync(HttpMethod.Get, $"/jobs/{id}")).Body);
        Contract.Holds("job", (await agent.CallAsync(HttpMethod.Post, $"/jobs/{id}/cancel")).Body);
        Contract.Holds("problem", (await agent.CallAsync(HttpMethod.Get, "/jobs/none")).Body);
    }

    [Fact]
    public async Task A_chat_in_one_piece_answers_as_its_contract_says()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.Rule = null;
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Call("get_record", $$"""{"collection":"brand_identities","record_id":"{{Marketing.Brand}}"}"""),
            Replies.Text("Your brand is Mây."), Replies.Text("FINISH"));
        var first = await agent.SendAsync(agent.Token, """{"message":"What is my brand?"}""", "/api/user1/chat");
        var answer = Parse(first);
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("As I said."));
        var second = Parse(await agent.SendAsync(
            agent.Token, JsonSerializer.Serialize(new { message = "And?", conversation_id = answer.GetProperty("conversation_id").GetString() }), "/api/user1/chat"));

        Contract.Holds("chat-answer", answer);
        Contract.Holds("chat-answer", second);
        Assert.Equal("Your brand is Mây.", answer.GetProperty("response").GetString());
        var call = Assert.Single(answer.GetProperty("tool_calls").EnumerateArray());
        Assert.Equal("get_record", call.GetProperty("tool").GetString());
        Assert.Contains(Marketing.Brand, call.GetProperty("output").GetString(), StringComparison.Ordinal);
        Assert.Equal(answer.GetProperty("conversation_id").GetString(), second.GetProperty("conversation_id").GetString());
        Assert.Contains("What is my brand?", string.Join('\n', agent.Model.Messages(agent.Model.Requests.Count - 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/user2/chat", """{"message":"hi"}""", 403)]
    [InlineData("/api/user1/chat", """{"message":""}""", 422)]
    [InlineData("/api/user1/chat", """{"message":"hi"}""", 502)]
    public async Task A_chat_in_one_piece_is_refused_as_its_contract_says(string path, string body, int status)
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.Rule = _ => Replies.Status(400);

        var answer = await agent.SendAsync(agent.Token, body, path);

        Assert.Equal(status, (int)answer.Status);
        Contract.Holds(status == 422 ? "validation-failure" : "problem", Parse(answer));
    }

    [Fact]
    public async Task Chat_events_are_those_of_the_contract()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Text("CampaignManager"), Replies.Call("list_records", """{"collection":"leads"}"""), Replies.Text("none"), Replies.Text("FINISH"));

        Contract.Holds("chat", await agent.ChatAsync("leads?"), "done");
        Contract.Holds("chat", await agent.ChatAsync("again"), "error");
    }

    [Theory]
    [InlineData("""{"type":"done","worksheet":"x","more":1}""")]
    [InlineData("""{"type":"done"}""")]
    [InlineData("""{"type":"status","status":"resting","agent":"MarketingStrategist"}""")]
    [InlineData("""{"status":"thinking","agent":"MarketingStrategist"}""")]
    public void A_contract_refuses_what_it_does_not_know(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.NotEmpty(Contract.Load("generate-worksheet").Check(document.RootElement));
    }

    private static JsonElement Parse(ChatStream answer)
    {
        using var json = JsonDocument.Parse(answer.Raw);
        return json.RootElement.Clone();
    }
}
