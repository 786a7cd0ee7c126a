using System.Collections.Concurrent;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Agent.Tests.Jobs;

public sealed class JobCrashTests
{
    [AnyRedisTheory, RedisKinds]
    public async Task A_job_survives_the_death_of_the_agents_that_run_it_without_a_record_twice(string kind)
    {
        await using var stage = await JobStage.StartAsync(kind, ("Jobs:Starts", "20"));
        var creations = new ConcurrentQueue<string>();
        var hold = new TaskCompletionSource();
        var created = new SemaphoreSlim(0);
        stage.First.Bridge.Answer = async (call, cancellationToken) =>
        {
            var answer = await stage.Records.AnswerAsync(call, cancellationToken);
            if (call.Tool == "create_record" && call.Text("collection") is "master_contents" or "platform_variants" && !answer.StartsWith("Error", StringComparison.Ordinal))
            {
                // Made, and not yet told: the worst moment to die.
                creations.Enqueue(call.Arguments["data"].GetProperty("id").GetString()!);
                created.Release();
                await hold.Task.WaitAsync(cancellationToken);
            }

            return answer;
        };
        var id = await stage.First.StartAndLeaveAsync("/batch-generate-posts", JobClient.Batch(masters: 1, "twitter", "blog"));
        Assert.True(await created.WaitAsync(Patience.Long));

        // This process stops in order; the two after it die with a record made and not noted.
        var doomed = AgentProcess.Start(stage);
        stage.First.Stop();
        for (var death = 0; death < 2; death++)
        {
            await using (doomed)
            {
                Assert.True(await created.WaitAsync(Patience.Long), doomed.Output.LastLines(20));
                await doomed.KillAsync();
            }

            doomed = AgentProcess.Start(stage);
        }

        hold.SetResult();
        await using (doomed)
        {
            await using var reader = await stage.StartReplicaAsync();
            var stream = await reader.FollowAsync(id);

            Assert.Equal("done", stream.Last.GetProperty("type").GetString());
            Assert.Equal(Enumerable.Range(1, stream.Ids.Count).Select(number => (long)number), stream.Ids);
        }

        Assert.Equal(3, creations.Distinct().Count());
        Assert.Equal(3, creations.Count);
        Assert.Equal((2, 2), (stage.Records.Of("master_contents").Count, stage.Records.Of("platform_variants").Count));
    }
}
