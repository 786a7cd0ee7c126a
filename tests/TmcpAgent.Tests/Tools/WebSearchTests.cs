using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Tools;

public sealed class WebSearchTests
{
    [Theory]
    [InlineData(
        """{"AbstractText":"Tet is a festival.","AbstractURL":"https://w/Tet","RelatedTopics":[{"Text":"Lunar","FirstURL":"https://w/L"},{"Name":"See","Topics":[{"Text":"Inner","FirstURL":"https://w/I"}]}]}""",
        "- Tet is a festival. (source: https://w/Tet)\n- Lunar (source: https://w/L)\n- Inner (source: https://w/I)")]
    [InlineData("""{"AbstractText":"","RelatedTopics":[]}""", "Nothing was found.")]
    [InlineData("<html>", "Error: the search at 127.0.0.1 failed (JsonException). Go on without it, and say so.")]
    public async Task The_Researcher_searches_where_the_setting_says(string answer, string told)
    {
        var asked = "";
        await using var engine = await LocalServer.StartAsync(app => app.MapGet("/", (RequestDelegate)(context =>
        {
            asked = context.Request.QueryString.Value;
            return context.Response.WriteAsync(answer);
        })));
        await using var agent = await AgentHost.StartAsync(settings: ("Search:Endpoint", engine.Address.ToString()));
        agent.Model.Then(
            Replies.Text("Researcher"), Replies.Call("duckduckgo_search", """{"query":"Tết & trends"}"""), Replies.Text("ok"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("what is Tet?");

        Assert.Equal(told, chat.Of("tool_end").Single().GetProperty("output").GetString());
        Assert.StartsWith("?q=T%E1%BA%BFt%20%26%20trends&format=json", asked, StringComparison.Ordinal);
        Assert.Contains("duckduckgo_search", agent.Model.Requests.ElementAt(1).GetProperty("tools").GetRawText(), StringComparison.Ordinal);
    }
}
