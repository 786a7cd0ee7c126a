using Aspire.Hosting.Orchestration.Output;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Orchestration;

public sealed class StartupTimelineTests
{
    private readonly ManualClock _clock = new();
    private readonly StringWriter _console = new();

    [Fact]
    public void Phases_are_lines_of_one_form()
    {
        var timeline = new StartupTimeline(_console, isShown: true, _clock);
        _clock.Advance(TimeSpan.FromMilliseconds(1_240));

        timeline.Phase("engine", timeline.Elapsed);
        timeline.Resource("bridge", "healthy after 1.2 s (waited 0.8 s for pocketbase)");

        Assert.Equal(
            """
              engine           ready in 1.2 s
              bridge           healthy after 1.2 s (waited 0.8 s for pocketbase)

            """.ReplaceLineEndings("\n"),
            _console.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Nothing_is_written_when_it_is_off()
    {
        new StartupTimeline(_console, isShown: false, _clock).Announce("anything");

        Assert.Empty(_console.ToString());
    }
}
