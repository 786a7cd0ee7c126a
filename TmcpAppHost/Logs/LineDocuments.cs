using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tmcp.AiOps.Alerts;
using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>Turns the console lines of one resource into the documents that the cluster's log pipeline makes of a pod's lines.</summary>
internal sealed partial class LineDocuments(string resource, TimeProvider clock)
{
    // Docker and Fluentd cut at 16 kB; a longer line is data, not a message.
    private const int MaxLength = 16 * 1024;

    private const string Namespace = "local";

    private readonly StringBuilder _text = new();
    private DateTimeOffset _time;
    private bool _isError;

    /// <summary>Takes a line; returns the document of the message before it, when this line does not continue that one.</summary>
    internal LogDocument? Add(string content, bool isError)
    {
        var (time, coloured) = Split(content);
        var line = Colour().Replace(coloured, "");
        // .NET's console writes "fail: Category[1]" and then the message, indented; a stack trace is indented too.
        if (_text.Length > 0 && line.StartsWith(' ') && _text.Length + line.Length < MaxLength)
        {
            _text.Append('\n').Append(line);
            return null;
        }

        var before = Flush();
        if (string.IsNullOrWhiteSpace(line))
            return before;
        _text.Append(line.Length > MaxLength ? line[..MaxLength] : line);
        (_time, _isError) = (time ?? clock.GetUtcNow(), isError);
        return before;
    }

    /// <summary>The message that no further line has completed yet; null when there is none.</summary>
    internal LogDocument? Flush()
    {
        if (_text.Length == 0)
            return null;
        var message = _text.ToString();
        _text.Clear();
        return new LogDocument
        {
            Timestamp = _time,
            Message = message,
            Stream = _isError ? "stderr" : "stdout",
            // A line that states no level gets none: the reader then judges by its words.
            Log = LineLevel.Find(message) is { } word && SeverityWords.Find(word) is { } level ? new LogLevelField(SeverityWords.Name(level)) : null,
            Service = new LogServiceField(resource),
            Kubernetes = new LogKubernetesField { Namespace = Namespace, Pod = resource, Container = resource, Host = Environment.MachineName },
            Trace = LineTrace.Find(message) is { } trace ? new LogTraceField(trace) : null,
        };
    }

    // ESC [ 41 m: a program colours what it believes to be a terminal; who reads the store sees only noise. Not NonBacktracking: that is built
    // at run time, 100 methods at the end of a start, and this pattern has nothing to go back to.
    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    // "2026-11-21T00:28:59.833Z text", as the orchestrator hands lines out; without a time all is text.
    private static (DateTimeOffset? Time, string Text) Split(string content)
    {
        var space = content.IndexOf(' ', StringComparison.Ordinal);
        return space > 0
            && content.AsSpan(0, space).Contains('T')
            && DateTimeOffset.TryParse(content.AsSpan(0, space), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (time, content[(space + 1)..])
            : (null, content);
    }
}
