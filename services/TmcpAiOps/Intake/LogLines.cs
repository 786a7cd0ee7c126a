using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake.Formats;
using Tmcp.AiOps.Logs;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Intake;

/// <summary>Filters the lines of one request and folds those of one cause into one signal.</summary>
internal sealed class LogLines(IOptions<IntakeOptions> options, AiOpsTelemetry telemetry)
{
    private const int MaxSamples = 5;

    private readonly HashSet<string> _own = new(options.Value.OwnNames, StringComparer.OrdinalIgnoreCase);
    private readonly Severity _least = options.Value.MinLogSeverity;

    /// <exception cref="BodyException">Not JSON, wrong shapes, or nothing in it that is a log record.</exception>
    public LogBatch Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var folded = new Dictionary<string, Signal>(StringComparer.Ordinal);
        var dropped = new Dictionary<string, int>(StringComparer.Ordinal);
        var received = 0;
        JsonBodies.EachRecord(body, element =>
        {
            received++;
            var record = LogRecord.Read(element, now);
            var severity = record is null ? default : LineSeverity.Of(record.Line, record.Level);
            if (ReasonToDrop(record, severity) is { } reason)
                dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
            else
                Fold(folded, record!.ToSignal(severity));
        });

        if (received == 0)
            throw new BodyException("The list is empty. Send at least one log record.");
        if (dropped.GetValueOrDefault(Outcomes.NoText) == received)
            throw new BodyException("No record has a field 'log' or 'message'. Send {\"message\": \"…\", \"kubernetes\": {…}}.");
        foreach (var (reason, count) in dropped)
            telemetry.Decided(reason, count);
        return new LogBatch([.. folded.Values], dropped, received);
    }

    private string? ReasonToDrop(LogRecord? record, Severity severity) => record switch
    {
        null => Outcomes.NoText,
        _ when _own.Contains(record.Service) => Outcomes.Own,
        { Line: var line } when severity < _least || string.IsNullOrWhiteSpace(line) => Outcomes.BelowSeverity,
        _ => null,
    };

    private static void Fold(Dictionary<string, Signal> folded, Signal signal)
    {
        if (!folded.TryGetValue(signal.Fingerprint, out var known))
        {
            folded[signal.Fingerprint] = signal;
            return;
        }

        folded[signal.Fingerprint] = known with
        {
            Count = known.Count + 1,
            Severity = signal.Severity > known.Severity ? signal.Severity : known.Severity,
            At = signal.At < known.At ? signal.At : known.At,
            Samples = known.Samples.Count < MaxSamples ? [.. known.Samples, signal.Message] : known.Samples,
        };
    }
}

/// <summary>What one request of log lines came to.</summary>
/// <param name="Signals">One for each cause.</param>
/// <param name="Dropped">How many lines were left out, by reason.</param>
/// <param name="Received">All lines.</param>
internal sealed record LogBatch(IReadOnlyList<Signal> Signals, IReadOnlyDictionary<string, int> Dropped, int Received);
