using System.Collections.Concurrent;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Agent.Tests.Jobs;

public sealed class JobRedisTests
{
    [AnyRedisTheory, RedisKinds]
    public async Task A_job_is_durable_and_its_end_leaves_neither_token_nor_lease(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var gate = new TaskCompletionSource();
        stage.First.Bridge.Gate = gate.Task;

        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        var during = await stage.Redis.KeysAsync();
        var secret = string.Concat(await Task.WhenAll(during.Where(key => key.Contains(":jobs:", StringComparison.Ordinal)).Select(DumpAsync)));
        gate.SetResult();
        var stream = await stage.First.FollowAsync(id);
        var after = await stage.Redis.KeysAsync();

        Assert.True(stream.Events[0].GetProperty("durable").GetBoolean());
        Assert.Empty(stream.Warnings);
        Assert.Contains($"tmcp:jobs:token:{id}", during);
        Assert.DoesNotContain(stage.First.Token, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.First.Token.Split('.')[1], secret, StringComparison.Ordinal);
        Assert.Equal(
            [$"tmcp:jobs:events:{id}", "tmcp:jobs:of:user1", $"tmcp:jobs:state:{id}"], after.Where(key => key.Contains(":jobs:", StringComparison.Ordinal)).Order());
        Assert.All(await Task.WhenAll(after.Where(key => key.Contains(":jobs:", StringComparison.Ordinal)).Select(key => stage.Redis.CallAsync($"TTL {key}"))),
            reply => Assert.InRange(int.Parse(reply.Split("\r\n")[0][1..]), 1, 2 * 86_400));
        Assert.DoesNotContain(stage.First.Logs.Lines, line => line.Contains(stage.First.Token, StringComparison.Ordinal));

        async Task<string> DumpAsync(string key) => await stage.Redis.CallAsync($"GET {key}", $"HGETALL {key}", $"ZRANGE {key} 0 -1");
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_stopped_agents_job_is_taken_up_where_it_was_and_nothing_is_made_twice(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        var asked = new ConcurrentQueue<string>();
        stage.First.Model.Rule = request =>
        {
            var task = ScriptedModel.TaskOf(request);
            asked.Enqueue(task);
            return task == "platform_variant" && asked.Count(item => item == task) == 2
                ? Replies.Stuck(started, aborted, "{")
                : Replies.Text(Marketing.AnswerCount(task, request));
        };
        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch(masters: 1));
        await started.Task.WaitAsync(Patience.Long);
        var seen = (await stage.First.CallAsync(HttpMethod.Get, $"/jobs/{id}")).Body.GetProperty("lastEventId").GetInt64();

        var second = await stage.StartReplicaAsync();
        stage.First.Stop();
        var rest = await second.FollowAsync(id, seen);
        var all = await second.FollowAsync(id);

        Assert.Equal("done", rest.Last.GetProperty("type").GetString());
        Assert.Equal(seen + 1, rest.Ids[0]);
        Assert.Equal(Enumerable.Range(1, all.Ids.Count).Select(number => (long)number), all.Ids);
        Assert.Contains(all.Of("status"), item => item.GetProperty("step").GetString()!.StartsWith("Going on after an interruption", StringComparison.Ordinal));
        Assert.Equal(["angles", "master_content", "platform_variant", "platform_variant", "platform_variant", "editor_flags"], asked);
        Assert.Equal((2, 2), (stage.Records.Of("master_contents").Count, stage.Records.Of("platform_variants").Count));
        Assert.Single(stage.Records.Of("agent_logs"));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_record_that_was_made_before_it_could_be_noted_is_found_again(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var made = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var first = 0;
        stage.First.Bridge.Answer = async (call, cancellationToken) =>
        {
            var answer = await stage.Records.AnswerAsync(call, cancellationToken);
            if (call.Tool == "create_record" && call.Text("collection") == "master_contents" && Interlocked.Increment(ref first) == 1)
            {
                made.SetResult();
                await never.Task.WaitAsync(cancellationToken);
            }

            return answer;
        };
        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch(masters: 1));
        await made.Task.WaitAsync(Patience.Long);

        var second = await stage.StartReplicaAsync();
        stage.First.Stop();
        var stream = await second.FollowAsync(id);

        Assert.Equal("done", stream.Last.GetProperty("type").GetString());
        Assert.Equal(1, first);
        Assert.Equal(2, stage.Records.Of("master_contents").Count);
        Assert.Equal(1, stage.First.Model.Tasks.Count(task => task == "master_content"));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Replicas_follow_and_cancel_each_others_jobs_and_never_run_them_both(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var second = await stage.StartReplicaAsync();
        var third = await stage.StartReplicaAsync();
        var done = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        var elsewhere = await second.FollowAsync(done);
        var here = await stage.First.FollowAsync(done);
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.First.Model.Rule = _ => Replies.Stuck(started, aborted, "{");

        var stuck = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        await started.Task.WaitAsync(Patience.Long);
        var following = third.FollowAsync(stuck);
        await second.CallAsync(HttpMethod.Post, $"/jobs/{stuck}/cancel");
        var cancelled = await following;

        Assert.Equal(here.Raw, elsewhere.Raw);
        Assert.Equal("done", elsewhere.Last.GetProperty("type").GetString());
        Assert.Equal("cancelled", cancelled.Last.GetProperty("error").GetString());
        Assert.Equal([stuck, done], (await third.CallAsync(HttpMethod.Get, "/jobs")).Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("jobId").GetString()));
        Assert.Equal(1 + 2 + 4 + 1 + 1, stage.First.Model.Requests.Count);
        Assert.DoesNotContain(stage.First.Logs.Lines.Concat(second.Logs.Lines).Concat(third.Logs.Lines), line => line.Contains("is taken up", StringComparison.Ordinal));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_job_whose_token_cannot_be_read_again_fails_with_a_word_about_signing_in(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.First.Model.Rule = _ => Replies.Stuck(started, aborted, "{");
        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        await started.Task.WaitAsync(Patience.Long);

        var second = await stage.StartReplicaAsync(("AGENT_JOB_KEY", "another key"));
        stage.First.Stop();
        var stream = await second.FollowAsync(id);

        Assert.Equal("Sign-in", stream.Last.GetProperty("step").GetString());
        Assert.Equal("failed", (await second.CallAsync(HttpMethod.Get, $"/jobs/{id}")).Body.GetProperty("status").GetString());
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_user_who_was_signed_out_meanwhile_gets_no_more_records(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.First.Model.Rule = _ => Replies.Stuck(started, aborted, "{");
        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch());
        await started.Task.WaitAsync(Patience.Long);
        stage.First.PocketBase.Users.TryRemove(stage.First.Token, out _);
        stage.First.Stop();

        var second = await stage.StartReplicaAsync();
        var token = stage.First.PocketBase.AddUser("user1", DateTimeOffset.UtcNow.AddHours(1));
        var stream = await second.FollowAsync(id, token: token);

        Assert.Contains("sign-in ended", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Single(stage.Records.Of("master_contents"));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Redis_that_dies_in_the_middle_of_a_job_and_comes_back_costs_nothing(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind);
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.First.Model.Rule = request => async context =>
        {
            if (ScriptedModel.TaskOf(request) == "master_content")
            {
                asked.TrySetResult();
                await goOn.Task;
            }

            await Replies.Text(Marketing.AnswerCount(ScriptedModel.TaskOf(request), request))(context);
        };
        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch(masters: 1));
        await asked.Task.WaitAsync(Patience.Long);
        await stage.Redis.CrashAsync();
        goOn.SetResult();
        await stage.First.HealthAsync("redis", "degraded");
        await stage.Redis.StartAgainAsync();

        var stream = await stage.First.FollowAsync(id);

        Assert.Equal("done", stream.Last.GetProperty("type").GetString());
        Assert.Equal((2, 2), (stage.Records.Of("master_contents").Count, stage.Records.Of("platform_variants").Count));
        var second = await stage.StartReplicaAsync();
        Assert.Equal(stream.Raw, (await second.FollowAsync(id)).Raw);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Without_a_key_jobs_are_kept_in_memory_and_say_so(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        var (agent, _) = await Marketing.StartAsync(("ConnectionStrings:redis", redis.Connection));
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs());

        Assert.False(stream.Events[0].GetProperty("durable").GetBoolean());
        Assert.Contains("AGENT_JOB_KEY", stream.Warnings, StringComparison.Ordinal);
        Assert.DoesNotContain(await redis.KeysAsync(), key => key.Contains(":jobs:", StringComparison.Ordinal));
    }
}
