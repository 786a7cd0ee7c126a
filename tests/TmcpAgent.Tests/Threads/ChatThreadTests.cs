using Microsoft.Extensions.Options;
using Tmcp.Agent.Threads;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Threads;

public sealed class ChatThreadTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_thread_forgets_its_oldest_messages_beyond_their_number()
    {
        var thread = new ChatThread(new ThreadLimits { Messages = 3 });
        for (var i = 0; i < 10; i++)
            thread.Append(new ThreadEntry(null, $"m{i}"));

        Assert.Equal(["m7", "m8", "m9"], thread.Snapshot().Select(entry => entry.Text));
    }

    [Fact]
    public void A_thread_never_holds_more_characters_than_allowed()
    {
        var random = new Random(7);
        var thread = new ChatThread(new ThreadLimits { Messages = 50, Characters = 1000 });
        for (var i = 0; i < 500; i++)
        {
            thread.Append(new ThreadEntry(null, new string('x', random.Next(0, 1500))));

            Assert.InRange(thread.Snapshot().Sum(entry => entry.Text.Length), 0, 1000);
            Assert.NotEmpty(thread.Snapshot());
        }
    }

    [Fact]
    public void A_user_keeps_the_threads_used_last_and_takes_nobody_elses_place()
    {
        var store = Store(new ThreadLimits { ThreadsPerUser = 2 });
        Say(store, "other", "t1");
        Say(store, "user", "t1");
        Say(store, "user", "t2");
        store.Open("user", "t1");
        Say(store, "user", "t3");

        Assert.NotEmpty(store.Open("user", "t1").Snapshot());
        Assert.NotEmpty(store.Open("other", "t1").Snapshot());
        Assert.Empty(store.Open("user", "t2").Snapshot());
    }

    [Fact]
    public void The_number_of_users_with_threads_is_bounded()
    {
        var store = Store(new ThreadLimits { Users = 2 });
        Say(store, "a", "t");
        Say(store, "b", "t");
        Say(store, "c", "t");

        Assert.Empty(store.Open("a", "t").Snapshot());
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_thread_is_forgotten_when_it_was_not_used_for_its_age(int minutes, bool remembered)
    {
        var store = Store(new ThreadLimits { Age = TimeSpan.FromHours(1) });
        Say(store, "user", "t");
        _clock.Advance(TimeSpan.FromMinutes(30));
        Say(store, "user", "t");
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(remembered, store.Open("user", "t").Snapshot().Count > 0);
    }

    private static void Say(ThreadStore store, string user, string thread) => store.Open(user, thread).Append(new ThreadEntry(null, "hi"));

    private ThreadStore Store(ThreadLimits limits) => new(Options.Create(limits), _clock);
}
