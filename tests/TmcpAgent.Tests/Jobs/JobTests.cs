using System.Net;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;

namespace Tmcp.Agent.Tests.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task A_job_goes_on_when_the_client_leaves_and_is_followed_from_where_it_left()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        var gate = new TaskCompletionSource();
        agent.Bridge.Gate = gate.Task;

        var id = await agent.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        gate.SetResult();
        var rest = await agent.FollowAsync(id, after: 1);
        var all = await agent.FollowAsync(id);

        Assert.Equal("done", rest.Last.GetProperty("type").GetString());
        Assert.Equal(2, rest.Ids[0]);
        Assert.Equal(all.Raw[all.Raw.IndexOf("id: 2\n", StringComparison.Ordinal)..], rest.Raw);
        Assert.Equal("", (await agent.FollowAsync(id, all.Ids[^1])).Raw);
    }

    [Fact]
    public async Task A_cancelled_job_ends_with_an_event_that_says_so()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Rule = _ => Replies.Stuck(started, aborted, "{");

        var id = await agent.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        await started.Task.WaitAsync(Patience.Long);
        var (status, _) = await agent.CallAsync(HttpMethod.Post, $"/jobs/{id}/cancel");
        var stream = await agent.FollowAsync(id);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("""{"type":"error","error":"cancelled","step":"cancelled"}""", stream.Last.GetRawText());
        Assert.Equal("cancelled", (await agent.CallAsync(HttpMethod.Get, $"/jobs/{id}")).Body.GetProperty("status").GetString());
        await aborted.Task.WaitAsync(Patience.Long);
        Assert.Equal("failed", JsonSerializer.SerializeToElement(Assert.Single(records.Of("agent_logs"))).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.Accepted, (await agent.CallAsync(HttpMethod.Post, $"/jobs/{id}/cancel")).Status);
    }

    [Fact]
    public async Task Other_peoples_jobs_do_not_exist()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        var other = agent.PocketBase.AddUser("user2");
        var id = await agent.StartAndLeaveAsync("/generate-content-briefs", JobClient.Briefs());

        Assert.Equal(HttpStatusCode.NotFound, (await agent.CallAsync(HttpMethod.Get, $"/jobs/{id}", other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.FollowAsync(id, token: other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.CallAsync(HttpMethod.Post, $"/jobs/{id}/cancel", other)).Status);
        Assert.Empty((await agent.CallAsync(HttpMethod.Get, "/jobs", other)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal("done", (await agent.FollowAsync(id)).Last.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_same_key_is_the_same_job()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => agent.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch(), key: "wish-1")));
        await agent.FollowAsync(ids[0]);
        using var request = ChatStream.Request(agent.Token, JsonSerializer.Serialize(JobClient.Batch(masters: 3)), "/batch-generate-posts");
        request.Headers.Add("Idempotency-Key", "wish-1");
        using var otherBody = await agent.Http.SendAsync(request);

        Assert.Single(ids.Distinct());
        Assert.Equal(3, records.Of("master_contents").Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, otherBody.StatusCode);
        Assert.Contains("idempotency_mismatch", await otherBody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(ids[0], await agent.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch(), key: "wish-2"));
    }

    [Fact]
    public async Task Too_many_jobs_of_one_user_are_a_429()
    {
        var (agent, _) = await Marketing.StartAsync(("Jobs:PerUser", "1"));
        await using var host = agent;
        var gate = new TaskCompletionSource();
        agent.Bridge.Gate = gate.Task;
        var id = await agent.StartAndLeaveAsync("/generate-content-briefs", JobClient.Briefs());

        var second = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs());
        gate.SetResult();
        await agent.FollowAsync(id);
        var third = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs());

        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        Assert.Contains("urn:tmcp:problem:too-many-jobs", second.Raw, StringComparison.Ordinal);
        Assert.Equal("done", third.Last.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_token_that_expires_on_the_way_is_said_and_what_is_made_stays()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        var expires = DateTimeOffset.UtcNow.AddSeconds(3);
        var token = agent.PocketBase.AddUser("brief", DateTimeOffset.FromUnixTimeSeconds(expires.ToUnixTimeSeconds()));
        agent.Model.Rule = request => async context =>
        {
            if (ScriptedModel.TaskOf(request) == "platform_variant")
                await Until.TrueAsync(() => DateTimeOffset.UtcNow > expires);
            await Replies.Text(Marketing.AnswerCount(ScriptedModel.TaskOf(request), request))(context);
        };

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(masters: 1), token);

        Assert.Equal("Sign-in", stream.Last.GetProperty("step").GetString());
        Assert.Contains("sign-in expired", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, records.Of("master_contents").Count);
        Assert.Empty(records.Of("platform_variants"));
    }

    [Fact]
    public async Task Without_redis_a_stop_of_the_agent_ends_the_job_with_a_word()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Rule = _ => Replies.Stuck(started, aborted, "{");
        using var response = await agent.Http.SendAsync(
            ChatStream.Request(agent.Token, JsonSerializer.Serialize(JobClient.Batch()), "/batch-generate-posts"), HttpCompletionOption.ResponseHeadersRead);
        await started.Task.WaitAsync(Patience.Long);

        agent.Stop();

        await response.Content.ReadAsStringAsync().WaitAsync(Patience.Long);
        await aborted.Task.WaitAsync(Patience.Long);
    }
}
