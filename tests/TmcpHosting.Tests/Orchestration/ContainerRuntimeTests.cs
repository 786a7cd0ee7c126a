using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Execution;

namespace TmcpHosting.Tests.Orchestration;

public sealed class ContainerRuntimeTests
{
    [Theory]
    [InlineData("""{"version":"0.25.13","containers":{"runtime":"docker","installed":true,"running":true}}""", null)]
    [InlineData("""{"version":"0.25.13","containers":{"runtime":"docker","installed":false,"running":false}}""", "is not installed")]
    [InlineData("""{"version":"0.25.13","containers":{"runtime":"docker","installed":true,"running":false,"error":"daemon down"}}""", "does not answer (daemon down)")]
    [InlineData("a line of log\n{\"containers\":{\"installed\":true,\"running\":false}}", "does not answer:")]
    [InlineData("panic: something", "could not be examined: panic: something")]
    public void Trouble_is_one_sentence(string answer, string? problem)
    {
        var judgement = ContainerRuntimeCheck.Judge("docker", answer);

        if (problem is null)
            Assert.Empty(judgement);
        else
            Assert.Contains(problem, judgement, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Container_without_a_runtime_says_so_and_the_rest_runs()
    {
        var builder = TestApplication.CreateBuilder("--DcpPublisher:ContainerRuntime=podman");
        builder.AddContainer("store", "no/such/image");
        builder.AddExecutable("fine", "/bin/sleep", "/", "600");
        // Without Podman on the machine the runtime is absent; with it the image is.
        var expected = Aspire.Hosting.Orchestration.ExecutableSearch.Find("podman") is null ? KnownResourceStates.RuntimeUnhealthy : KnownResourceStates.FailedToStart;
        await using var app = await TestApplication.StartAsync(builder);

        await app.PidAsync("fine");
        await app.StateAsync("store", expected);

        await Eventually.TrueAsync(
            () => app.LogAsync("store").GetAwaiter().GetResult().Any(line => line.Contains("podman", StringComparison.Ordinal) || line.Contains("no/such/image", StringComparison.Ordinal)),
            TestApplication.Limit,
            () => "the log of the container does not say why");
    }
}
