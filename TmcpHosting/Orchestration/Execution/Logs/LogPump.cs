using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Execution.Logs;

/// <summary>Carries the output of one run of an instance into its resource log.</summary>
/// <remarks>
/// A follow stream that was opened while the process ran closes 5 s after its end and holds back a last line without line end
/// until then; one opened afterwards is complete at once. So at the end the streams are dropped and the rest is read anew.
/// </remarks>
internal sealed class LogPump(IResource resource, string instance, IWorkload workload, RunContext context) : IDisposable
{
    private readonly ILogger? _console = context.ResourceLogs?.CreateLogger($"Resources.{resource.Name}");
    private readonly CancellationTokenSource _following = new();
    private readonly Dictionary<string, int> _read = workload.LogSources.ToDictionary(source => source.Name, _ => 0);
    private Task _follows = Task.CompletedTask;

    /// <summary>Begins to follow; returns at once.</summary>
    public void Start() => _follows = Task.WhenAll(workload.LogSources.Select(source => ReadAsync(source, follow: true, _following.Token)));

    /// <summary>Reads what is still missing after the end, for at most the limit.</summary>
    public async Task FinishAsync(TimeSpan limit, TimeProvider time)
    {
        await _following.CancelAsync();
        await _follows;
        using var deadline = new CancellationTokenSource(limit, time);
        await Task.WhenAll(workload.LogSources.Select(source => ReadAsync(source, follow: false, deadline.Token)));
    }

    /// <summary>Why a start failed, from the object's <c>system</c> log; null when it says nothing.</summary>
    public async Task<string?> FindSystemErrorAsync(CancellationToken cancellationToken)
    {
        // The first error is the cause, later ones are its consequences.
        await foreach (var line in LinesAsync("system", follow: false, 0, cancellationToken))
        {
            if (LogLineParser.SystemError(line) is { } cause)
                return cause;
        }

        return null;
    }

    public void Dispose()
    {
        _following.Cancel();
        _following.Dispose();
    }

    private async Task ReadAsync((string Name, bool IsError) source, bool follow, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in LinesAsync(source.Name, follow, _read[source.Name], cancellationToken))
            {
                _read[source.Name]++;
                var (time, text) = LogLineParser.Split(line);
                context.Loggers.AppendLine(resource, instance, text, source.IsError, time);
                _console?.Log(source.IsError ? LogLevel.Error : LogLevel.Information, "{Line}", text);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or DcpException)
        {
            // Cancelled, or dcp is gone: the session reports that.
        }
    }

    private async IAsyncEnumerable<string> LinesAsync(
        string source, bool follow, int skip, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await workload.OpenLogAsync(source, follow, skip, cancellationToken);
        if (stream is null)
            yield break;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return line;
    }
}
