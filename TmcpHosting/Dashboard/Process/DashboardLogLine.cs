using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>
/// A line of the dashboard's log:
/// <c>{"EventId":0,"LogLevel":"Warning","Category":"Aspire.Dashboard.Otlp","Message":"…","Exception":"…","State":{…}}</c>.
/// </summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Category">Where it comes from, under the AppHost's own name for the dashboard.</param>
/// <param name="Message">What happened, with the exception below it.</param>
/// <param name="EventId">Which event of its category.</param>
internal sealed record DashboardLogLine(LogLevel Level, string Category, string Message, int EventId = 0)
{
    private const string OwnCategory = "Aspire.Hosting.Dashboard";

    /// <summary>True for "No XML encryptor configured": its keys protect the cookies of one run and lie in that run's private folder.</summary>
    public bool IsHarmless => this is { EventId: 35, Category: $"{OwnCategory}.Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager" };

    /// <summary>Reads a line. What is no JSON, such as a crash before logging begins, stands for itself.</summary>
    public static DashboardLogLine Parse(string line)
    {
        try
        {
            if (line.StartsWith('{') && JsonSerializer.Deserialize(line, DashboardLogJson.Default.DashboardLogRecord) is { Message: not null } record)
                return new DashboardLogLine(record.Level, CategoryOf(record.Category), record.Exception is { } exception ? $"{record.Message}\n{exception}" : record.Message, record.EventId);
        }
        catch (JsonException)
        {
            // Half a line, or braces of somebody else.
        }

        return new DashboardLogLine(LogLevel.Information, OwnCategory, line);
    }

    // "Aspire.Dashboard.Otlp.Storage" and "Microsoft.AspNetCore.Hosting": everything of its process is below one name.
    private static string CategoryOf(string? category) =>
        category is null ? OwnCategory
        : category.StartsWith("Aspire.Dashboard.", StringComparison.Ordinal) ? $"{OwnCategory}.{category["Aspire.Dashboard.".Length..]}"
        : $"{OwnCategory}.{category}";
}
