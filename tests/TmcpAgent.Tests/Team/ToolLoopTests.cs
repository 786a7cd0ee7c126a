using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Team;

public sealed class ToolLoopTests
{
    /// <summary>Tool, arguments as the model writes them, and what the model is told.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "create_record", """{"collection":"leads","data_json":"{broken"}""", "Error parsing data_json" },
        { "create_record", """{"collection":"leads","data_json":"[1]"}""", "Error parsing data_json: it is no object" },
        { "create_record", """{"collection":"leads","data_json":7}""", "Error parsing data_json" },
        { "create_record", """{"collection":"leads"}""", "Error: argument 'data_json' is missing" },
        { "get_record", """{"collection":"leads"}""", "Error: argument 'record_id' is missing" },
        { "list_records", "{}", "Error: argument 'collection' is missing" },
        { "list_records", "not json", "Error: the arguments of list_records are no JSON object." },
        { "list_records", "[]", "Error: the arguments of list_records are no JSON object." },
        { "drop_database", "{}", "Error: there is no tool with this name. The tools are list_collections" },
        { "duckduckgo_search", """{"query":"tet"}""", "Error: web search is switched off here" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_the_model_gets_wrong_it_is_told_and_nothing_is_called(string tool, string arguments, string told)
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Replies.Text("Strategist"), Replies.Call(tool, arguments), Replies.Text("sorry"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("go");

        Assert.Empty(agent.Bridge.Work);
        Assert.StartsWith(told, Assert.Single(chat.Of("tool_end")).GetProperty("output").GetString(), StringComparison.Ordinal);
        Assert.StartsWith($"tool: {told}", agent.Model.Messages(2)[^1], StringComparison.Ordinal);
        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"name":"A"}""")]
    [InlineData(""" "{\"name\":\"A\"}" """)]
    public async Task Data_may_be_an_object_or_a_text_that_holds_one(string data)
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Call("update_record", $$"""{"collection":"leads","record_id":"r1","data_json":{{data}}}"""),
            Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");

        Assert.Equal("""{"name":"A"}""", Assert.Single(agent.Bridge.Work).Arguments["data"].GetRawText());
    }

    [Fact]
    public async Task A_refusal_of_the_bridge_goes_to_the_model_which_can_correct_itself()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Bridge.Answer = (call, _) => Task.FromResult(call.Text("collection") == "campaigns" ? "Error: PocketBase API Error: {\"status\":404}" : "[]");
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Call("get_collection_schema", """{"collection":"campaigns"}"""),
            Replies.Call("get_collection_schema", """{"collection":"marketing_campaigns"}"""), Replies.Text("ok"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("go");

        Assert.Equal(["campaigns", "marketing_campaigns"], agent.Bridge.Work.Select(call => call.Text("collection")));
        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("index each")]
    [InlineData("one index")]
    public async Task Several_calls_of_one_answer_run_in_order(string form)
    {
        await using var agent = await AgentHost.StartAsync();
        (string, string)[] calls = [("get_record", """{"collection":"leads","record_id":"r1"}"""), ("delete_record", """{"collection":"leads","record_id":"r2"}""")];
        agent.Model.Then(
            Replies.Text("Strategist"), form == "one index" ? Replies.CallsAtOneIndex(calls) : Replies.Calls(calls), Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");

        Assert.Equal(["get_record r1", "delete_record r2"], agent.Bridge.Work.Select(call => $"{call.Tool} {call.Text("record_id")}"));
        var answers = agent.Model.Requests.ElementAt(2).GetProperty("messages").EnumerateArray().Where(message => message.TryGetProperty("tool_call_id", out _));
        Assert.Equal(["call_0", "call_1"], answers.Select(message => message.GetProperty("tool_call_id").GetString()));
    }

    [Fact]
    public async Task A_call_that_arrives_in_pieces_is_put_together()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.CallInPieces("get_record", """{"collection":"leads","record_id":"r1"}"""), Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");

        Assert.Equal("r1", Assert.Single(agent.Bridge.Work).Text("record_id"));
    }

    [Fact]
    public async Task More_calls_at_once_than_allowed_are_not_carried_out()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Chat:ToolCallsPerRound", "2"));
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Calls([.. Enumerable.Repeat(("list_collections", "{}"), 5)]), Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");

        Assert.Equal(2, agent.Bridge.Work.Count());
        Assert.Contains("at most 2 calls", agent.Model.Messages(2)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_result_is_cut_and_says_so()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Chat:ToolResultCharacters", "100"));
        agent.Bridge.Answer = (_, _) => Task.FromResult(new string('x', 150));
        agent.Model.Then(Replies.Text("Strategist"), Replies.Call("list_collections", "{}"), Replies.Text("ok"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("go");

        Assert.StartsWith($"{new string('x', 100)}\n... cut: 50 more characters.", chat.Of("tool_end").Single().GetProperty("output").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_is_read_with_the_callers_token_though_it_takes_no_arguments()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Call("read_resource", """{"uri":"pocketbase://leads/count"}"""), Replies.Text("ok"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("count leads");

        Assert.Equal("resource pocketbase://leads/count", chat.Of("tool_end").Single().GetProperty("output").GetString());
        Assert.Equal($"Bearer {agent.Token}", Assert.Single(agent.Bridge.Posts, post => post.Method == "resources/read").Authorization);
        Assert.All(agent.Bridge.Posts.Where(post => post.Method != "resources/read"), post => Assert.Equal("", post.Authorization));
    }

    [Fact]
    public async Task The_model_is_offered_the_tools_by_their_names_and_no_place_for_a_token()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Replies.Text("Researcher"), Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");

        var request = agent.Model.Requests.ElementAt(1);
        Assert.Equal(
            ["list_collections", "get_collection_schema", "list_records", "get_record", "create_record", "update_record", "delete_record", "read_resource"],
            request.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()));
        Assert.DoesNotContain("auth_token", request.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, request.GetProperty("temperature").GetDouble());
        Assert.True(request.GetProperty("stream").GetBoolean());
        Assert.False(agent.Model.Requests.ElementAt(0).TryGetProperty("tools", out _));
    }
}
