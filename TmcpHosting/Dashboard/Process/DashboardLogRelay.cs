using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>Writes what the dashboard logs into the AppHost's log, apart from its login address.</summary>
internal sealed class DashboardLogRelay(ResourceLoggerService loggers, ILoggerFactory factory)
{
    /// <summary>Runs until the log of the dashboard ends, or it is cancelled.</summary>
    /// <param name="resource">The dashboard.</param>
    /// <param name="secrets">A line with one of these in it is dropped.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(IResource resource, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var lines in loggers.WatchAsync(resource).WithCancellation(cancellationToken))
            {
                foreach (var line in lines)
                    Relay(LogText.Plain(line.Content), secrets);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private void Relay(string text, IReadOnlyList<string> secrets)
    {
        if (text.Length == 0 || secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)))
            return;

        var line = DashboardLogLine.Parse(text);
        if (line.IsHarmless)
            return;
        var logger = factory.CreateLogger(line.Category);
#pragma warning disable CA2254 // the text of another program is no template, and passed as a value
        logger.Log(line.Level, "{Message}", line.Message);
#pragma warning restore CA2254
    }
}
