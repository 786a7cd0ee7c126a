using System.Diagnostics;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Intake;

/// <summary>Decides about each signal and stores those that count.</summary>
internal sealed class AlertIntake(
    Grouping grouping, AlertGate gate, Backlog backlog, AiOpsTelemetry telemetry, IOptions<IntakeOptions> options)
{
    /// <exception cref="StoreException">Not all could be stored; sending all again is safe.</exception>
    public async Task<IReadOnlyList<Decision>> TakeAlertsAsync(IReadOnlyList<Signal> signals)
    {
        telemetry.Received("alert", signals.Count);
        var decisions = new Task<Decision>[signals.Count];
        RefuseWhenFull();
        // The same alert twice in one body is decided in order; different ones travel to Redis together.
        var before = new Dictionary<string, Task<Decision>>(StringComparer.Ordinal);
        for (var i = 0; i < signals.Count; i++)
        {
            var signal = signals[i] is { Source: Formats.ClassicFormat.Source } classic
                ? Grouping.ByTemplate(classic, "classic")
                : grouping.ByLabels(signals[i]);
            decisions[i] = before.TryGetValue(signal.Fingerprint, out var earlier) ? AfterAsync(earlier, signal) : DecideAsync(signal);
            before[signal.Fingerprint] = decisions[i];
        }

        return await Task.WhenAll(decisions);
    }

    /// <exception cref="StoreException">Not all could be stored; sending all again is safe.</exception>
    public async Task<IReadOnlyList<Decision>> TakeLogsAsync(LogBatch batch)
    {
        telemetry.Received("k8s-logs", batch.Received);
        if (batch.Signals.Count > 0)
            RefuseWhenFull();
        var taken = await Task.WhenAll(batch.Signals.Select(DecideAsync));
        return [.. taken, .. batch.Dropped.Select(dropped => new Decision(dropped.Key, Explain(dropped.Key), "", "", null, null, dropped.Value))];
    }

    private async Task<Decision> AfterAsync(Task<Decision> earlier, Signal signal)
    {
        await earlier;
        return await DecideAsync(signal);
    }

    private async Task<Decision> DecideAsync(Signal signal)
    {
        if (signal.Source != Formats.LogRecord.Source && signal.Severity < options.Value.MinAlertSeverity)
        {
            telemetry.Decided(Outcomes.BelowSeverity, signal.Count);
            return new Decision(
                Outcomes.BelowSeverity, Explain(Outcomes.BelowSeverity), signal.Service, SeverityWords.Name(signal.Severity), null, signal.Fingerprint, signal.Count);
        }

        var decision = await gate.AdmitAsync(signal, Activity.Current?.Id);
        telemetry.Decided(decision.Outcome, signal.Count);
        return decision;
    }

    private void RefuseWhenFull()
    {
        if (backlog.Length >= options.Value.MaxBacklog)
        {
            telemetry.Dropped("backlog_full", 1);
            throw new StoreException($"{backlog.Length} accepted alerts wait already (AiOps:Intake:MaxBacklog). See /metrics and the log for why they are not told.");
        }
    }

    private string Explain(string outcome) => outcome switch
    {
        Outcomes.BelowSeverity => $"below severity (alerts: {SeverityWords.Name(options.Value.MinAlertSeverity)}, log lines: {SeverityWords.Name(options.Value.MinLogSeverity)})",
        Outcomes.Own => "a line of this service itself",
        Outcomes.NoText => "neither 'log' nor 'message'",
        _ => outcome,
    };
}
