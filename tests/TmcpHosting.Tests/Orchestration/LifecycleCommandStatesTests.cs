using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Execution.Commands;

namespace TmcpHosting.Tests.Orchestration;

public sealed class LifecycleCommandStatesTests
{
    [Theory]
    [InlineData(null, "Disabled", "Hidden", "Disabled", "Disabled")]
    [InlineData("NotStarted", "Enabled", "Hidden", "Disabled", "Enabled")]
    [InlineData("Waiting", "Enabled", "Hidden", "Disabled", "Disabled")]
    [InlineData("Starting", "Disabled", "Hidden", "Disabled", "Disabled")]
    [InlineData("Building", "Disabled", "Hidden", "Disabled", "Disabled")]
    [InlineData("RuntimeUnhealthy", "Disabled", "Hidden", "Disabled", "Disabled")]
    [InlineData("Running", "Hidden", "Enabled", "Enabled", "Enabled")]
    [InlineData("Stopping", "Hidden", "Disabled", "Disabled", "Disabled")]
    [InlineData("Finished", "Enabled", "Hidden", "Disabled", "Enabled")]
    [InlineData("Exited", "Enabled", "Hidden", "Disabled", "Enabled")]
    [InlineData("FailedToStart", "Enabled", "Hidden", "Disabled", "Enabled")]
    public void Commands_fit_the_state(string? state, string start, string stop, string restart, string rebuild)
    {
        ResourceCommandState[] states = [LifecycleCommandStates.Start(state), LifecycleCommandStates.Stop(state), LifecycleCommandStates.Restart(state), LifecycleCommandStates.Rebuild(state)];

        Assert.Equal([start, stop, restart, rebuild], states.Select(value => value.ToString()));
    }
}
