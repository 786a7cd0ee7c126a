using System.Globalization;

namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>Ends a session together with its containers.</summary>
/// <remarks>
/// 1. Processes and containers get their signals at the same moment. 2. dcp removes containers and network. 3. When it takes too long it is killed, and
/// what it has left is removed by name: it gives each container 10 s, and repeats a failed start for 30 s even while it ends.
/// </remarks>
internal static class SessionEnd
{
    /// <summary>How long a container may take to obey. A program that does not handle the signal as process 1 ignores it for ever.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(2);

    /// <summary>How long dcp may take in all. The removal by name takes up to 1 s more, and a stop shall be over within 5 s.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(3.2);

    /// <summary>Returns when nothing of the session is left but persistent containers and named volumes.</summary>
    /// <param name="context">The run.</param>
    /// <param name="containers">Names of the containers that end with it.</param>
    /// <param name="network">Name of the network that ends with it; null when it stays.</param>
    public static async Task StopAsync(RunContext context, IReadOnlyList<string> containers, string? network)
    {
        if (containers.Count == 0)
        {
            await context.Session.StopAsync(CancellationToken.None);
            return;
        }

        using var limit = new CancellationTokenSource(_limit, context.Time);
        var signalled = context.ContainerCli.RunAsync(
            ["stop", "-t", _grace.TotalSeconds.ToString(CultureInfo.InvariantCulture), .. containers], CancellationToken.None);
        var isClean = await context.Session.StopAsync(limit.Token) && !context.Session.Lost.IsCompleted;
        await signalled;
        if (isClean)
            return;

        await context.Session.KillAsync();
        // Anonymous volumes go with their container.
        await context.ContainerCli.RunAsync(["rm", "--force", "--volumes", .. containers], CancellationToken.None);
        if (network is not null)
            await context.ContainerCli.RunAsync(["network", "rm", network], CancellationToken.None);
    }
}
