using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>The first form of this service: <c>{"service_name":"blog","timestamp":"2026-03-01T10:00:00Z","error_message":"…"}</c>.</summary>
internal static class ClassicFormat
{
    public const string Source = "classic";

    public static Signal Read(JsonElement body, DateTimeOffset now)
    {
        var message = body.Text("error_message");
        if (string.IsNullOrWhiteSpace(message))
            throw new BodyException("The alert has no 'error_message'. Send {\"service_name\", \"timestamp\", \"error_message\"}.");
        return new Signal
        {
            Source = Source,
            Service = body.FirstText("service_name") ?? ServiceLabel.Unknown,
            Severity = SeverityWords.Find(body.Text("severity")) ?? Severity.Error,
            Message = message,
            At = body.Time("timestamp", now),
            Samples = [Texts.FirstLine(message)],
        };
    }
}
