using System.Collections.Concurrent;
using Tmcp.AiOps.Queue;

namespace Tmcp.AiOps.Tests.Queue;

public sealed class LanesTests
{
    [Fact]
    public async Task Entries_of_one_incident_run_in_order_and_those_of_others_side_by_side()
    {
        var lanes = new Lanes();
        var gate = new TaskCompletionSource();
        var ran = new ConcurrentQueue<string>();
        lanes.TryAdd(Entry("1", "a"), async entry =>
        {
            await gate.Task;
            ran.Enqueue(entry.Id);
        });
        foreach (var id in (string[])["2", "3"])
            lanes.TryAdd(Entry(id, "a"), entry => Note(ran, entry));
        var other = new TaskCompletionSource();
        lanes.TryAdd(Entry("4", "b"), entry =>
        {
            ran.Enqueue(entry.Id);
            other.SetResult();
            return Task.CompletedTask;
        });

        await other.Task;
        gate.SetResult();
        await lanes.DrainAsync();

        Assert.Equal(["4", "1", "2", "3"], ran);
        Assert.Equal(0, lanes.Count);
    }

    [Fact]
    public async Task An_entry_is_in_a_lane_only_once_and_a_failure_does_not_stop_the_next()
    {
        var lanes = new Lanes();
        var gate = new TaskCompletionSource();
        var ran = new ConcurrentQueue<string>();
        Assert.True(lanes.TryAdd(Entry("1", "a"), async _ =>
        {
            await gate.Task;
            throw new InvalidOperationException("broken");
        }));
        Assert.False(lanes.TryAdd(Entry("1", "a"), entry => Note(ran, entry)));
        Assert.True(lanes.TryAdd(Entry("2", "a"), entry => Note(ran, entry)));

        gate.SetResult();
        await lanes.DrainAsync();

        Assert.Equal(["2"], ran);
    }

    private static StreamEntry Entry(string id, string incident) => new(id, EntryKind.Due, incident, null, null);

    private static Task Note(ConcurrentQueue<string> ran, StreamEntry entry)
    {
        ran.Enqueue(entry.Id);
        return Task.CompletedTask;
    }
}
