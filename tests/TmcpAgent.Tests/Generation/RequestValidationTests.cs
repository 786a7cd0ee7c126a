using System.Net;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Generation;

public sealed class RequestValidationTests(RequestValidationTests.Stage stage) : IClassFixture<RequestValidationTests.Stage>
{
    /// <summary>Route, body, and what the 422 must say.</summary>
    public static TheoryData<string, string, string[]> WrongBodies => new()
    {
        { "/generate-worksheet", """{"brandIds":"x"}""", ["list_type", "\"loc\":[\"body\",\"brandIds\"]", "Input should be a valid list", "\"input\":\"x\""] },
        { "/generate-worksheet", """{"customerIds":{"a":1}}""", ["list_type", "customerIds"] },
        { "/generate-worksheet", """{"brandIds":[1,"ok",""]}""", ["[\"body\",\"brandIds\",0]", "string_type", "[\"body\",\"brandIds\",2]", "string_too_short"] },
        { "/generate-worksheet", """{"language":5}""", ["string_type", "language"] },
        { "/generate-worksheet", "[]", ["model_attributes_type"] },
        { "/generate-brand-identity", "{}", ["missing", "Field required", "worksheetId"] },
        { "/generate-brand-identity", """{"worksheetId":""}""", ["string_too_short", "at least 1 character"] },
        { "/generate-brand-identity", """{"worksheetId":null}""", ["string_type"] },
        { "/generate-customer-profile", "{}", ["missing", "brandIdentityId"] },
        { "/generate-marketing-strategy", """{"productId":1}""", ["worksheetId", "productId"] },
        { "/generate-master-content", "{}", ["campaignId", "workspaceId"] },
        { "/generate-master-content", """{"campaignId":"c","workspaceId":"w","save":"yes","angle":[1]}""", ["bool_type", "dict_type", "[\"body\",\"angle\"]"] },
        { "/generate-platform-variants/m1", """{"platforms":[],"workspaceId":"w"}""", ["too_short", "List should have at least 1 item after validation, not 0"] },
        { "/generate-platform-variants/m1", """{"platforms":"facebook","workspaceId":"w"}""", ["list_type"] },
        { "/generate-platform-variants/m1", """{"workspaceId":"w"}""", ["missing", "platforms"] },
        { "/batch-generate-posts", "{}", ["campaignId", "workspaceId", "platforms"] },
        { "/batch-generate-posts", """{"campaignId":"c","workspaceId":"w","platforms":["blog"],"numMasters":0}""", ["greater_than_equal", "Input should be greater than or equal to 1"] },
        { "/batch-generate-posts", """{"campaignId":"c","workspaceId":"w","platforms":["blog"],"numMasters":11}""", ["less_than_equal", "Input should be less than or equal to 10"] },
        { "/batch-generate-posts", """{"campaignId":"c","workspaceId":"w","platforms":["blog"],"numMasters":1.5}""", ["int_from_float"] },
        { "/batch-generate-posts", """{"campaignId":"c","workspaceId":"w","platforms":["blog"],"numMasters":"many"}""", ["int_parsing"] },
        { "/batch-generate-posts", """{"campaignId":"c","workspaceId":"w","platforms":["blog"],"numMasters":null}""", ["int_type"] },
        { "/generate-content-briefs", """{"campaignId":"","workspaceId":"w","anglesPerStage":99999999999}""", ["string_too_short", "less_than_equal"] },
        { "/generate-marketing-strategy", "", ["missing", "\"loc\":[\"body\"]"] },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_wrong_body_is_a_422_in_FastAPIs_form(string path, string body, string[] contains)
    {
        var answer = await stage.Agent.SendAsync(stage.Agent.Token, body, path);

        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{path}: {answer.Status} {answer.Raw}");
        Assert.All(contains, text => Assert.Contains(text, answer.Raw, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(answer.Raw);
        Assert.All(json.RootElement.GetProperty("detail").EnumerateArray(), detail =>
            Assert.Equal(["input", "loc", "msg", "type"], detail.EnumerateObject().Select(member => member.Name).Order()));
        Assert.Empty(stage.Agent.Bridge.Calls);
    }

    [Theory]
    [InlineData("/generate-worksheet")]
    [InlineData("/generate-brand-identity")]
    [InlineData("/generate-customer-profile")]
    [InlineData("/generate-marketing-strategy")]
    [InlineData("/generate-master-content")]
    [InlineData("/generate-platform-variants/m1")]
    [InlineData("/batch-generate-posts")]
    [InlineData("/generate-content-briefs")]
    [InlineData("/jobs/x/cancel")]
    public async Task Without_a_token_the_answer_is_a_401_before_the_body_is_looked_at(string path)
    {
        var answer = await stage.Agent.SendAsync(token: null, "rubbish", path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("urn:tmcp:problem:unauthorized", answer.Raw, StringComparison.Ordinal);
    }

    public sealed class Stage : IAsyncLifetime
    {
        internal AgentHost Agent { get; private set; } = null!;

        public async Task InitializeAsync() => Agent = await AgentHost.StartAsync(settings: ("Limits:GenerationsPerMinute", "0"));

        public async Task DisposeAsync() => await Agent.DisposeAsync();
    }
}
