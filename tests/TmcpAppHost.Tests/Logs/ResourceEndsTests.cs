using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost.Logs;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests.Logs;

public sealed class ResourceEndsTests
{
    private static readonly DateTime Stopped = new(2026, 11, 21, 8, 37, 38, DateTimeKind.Utc);

    private readonly ManualClock _clock = new();
    private readonly ResourceEnds _ends;

    public ResourceEndsTests() => _ends = new ResourceEnds(_clock);

    [Theory]
    [InlineData("Finished", -1, "pocketbase ended unexpectedly, by a signal.")]
    [InlineData("Exited", 3, "pocketbase ended unexpectedly with exit code 3.")]
    [InlineData("FailedToStart", null, "The start of pocketbase failed.")]
    public void End_that_nobody_asked_for_is_an_alert_from_its_own_time_on(string state, int? code, string description)
    {
        Assert.Null(Next("Running"));

        var alert = Next(state, code)!;

        Assert.Equal(new ResourceAlert("ResourceEnded", "pocketbase", "critical", description, new DateTimeOffset(Stopped)), alert);
    }

    [Theory]
    [InlineData("Running", "Finished", 0)]
    [InlineData("Running", "Finished", null)]
    [InlineData("Stopping", "Finished", 143)]
    [InlineData("Stopping", "Exited", -1)]
    public void Success_and_what_was_stopped_are_none(string before, string state, int? code)
    {
        Next(before);

        Assert.Null(Next(state, code));
    }

    [Fact]
    public void Same_end_is_told_once_and_is_over_when_the_resource_runs_again()
    {
        Next("Running");
        var alert = Next("Finished", -1)!;
        Assert.Null(Next("Finished", -1));
        Assert.Null(Next("Starting", -1));

        Assert.Equal(alert with { EndsAt = _clock.GetUtcNow() }, Next("Running"));
        Assert.Null(Next("Running"));
        Assert.NotNull(Next("Finished", 1));
    }

    private ResourceAlert? Next(string state, int? code = null) => _ends.Next("pocketbase", new CustomResourceSnapshot
    {
        ResourceType = "Executable",
        Properties = ImmutableArray<ResourcePropertySnapshot>.Empty,
        State = state,
        ExitCode = code,
        StopTimeStamp = Stopped,
    });
}
