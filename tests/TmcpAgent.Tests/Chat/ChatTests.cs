using System.Net;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Chat;

public sealed class ChatTests
{
    [Theory]
    [InlineData("/sse")]
    [InlineData("/mcp")]
    public async Task A_request_goes_to_a_member_whose_tools_work_with_the_callers_token(string path)
    {
        await using var agent = await AgentHost.StartAsync(path);
        agent.Bridge.Answer = (call, _) => Task.FromResult(call.Tool == "create_record" ? """{"id":"c1","name":"Spring Launch"}""" : "[]");
        agent.Model.Then(
            Replies.Text("Campaign", "Manager"),
            Replies.Call("get_collection_schema", """{"collection":"marketing_campaigns"}"""),
            Replies.Call("create_record", """{"collection":"marketing_campaigns","data_json":{"workspace_id":"ws1","name":"Spring Launch","status":"planned"}}"""),
            Replies.Text("Created ", "Spring Launch."),
            Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("Create a campaign called Spring Launch");

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Equal(
            [
                "status active Supervisor", "status thinking Supervisor",
                "status active CampaignManager", "status thinking CampaignManager", "tool_start get_collection_schema", "tool_end get_collection_schema",
                "status thinking CampaignManager", "tool_start create_record", "tool_end create_record",
                "status thinking CampaignManager", "chunk", "chunk",
                "status active Supervisor", "status thinking Supervisor",
                "done",
            ],
            chat.Outline);
        Assert.Equal("Created Spring Launch.", chat.Text);
        Assert.All(agent.Bridge.Calls, call => Assert.Equal(agent.Token, call.Text("auth_token")));
        var created = Assert.Single(agent.Bridge.Calls, call => call.Tool == "create_record");
        Assert.Equal("""{"workspace_id":"ws1","name":"Spring Launch","status":"planned"}""", created.Arguments["data"].GetRawText());
    }
}
