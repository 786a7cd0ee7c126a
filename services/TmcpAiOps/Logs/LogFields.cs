namespace Tmcp.Logs;

/// <summary>Names of the fields and indexes of <see cref="LogDocument"/>.</summary>
internal static class LogFields
{
    public const string Timestamp = "@timestamp";

    public const string Message = "message";

    public const string Level = "log.level";

    public const string Service = "service.name";

    public const string Pod = "kubernetes.pod_name";

    /// <summary>What the names of the daily indexes begin with, before the dash and the day.</summary>
    public const string IndexPrefix = "fluentd";

    /// <summary>All daily indexes.</summary>
    public const string IndexPattern = $"{IndexPrefix}-*";

    /// <summary>The index of a day, UTC: <c>fluentd-20261121</c>.</summary>
    public static string Index(DateTimeOffset at) => $"{IndexPrefix}-{at.UtcDateTime:yyyyMMdd}";
}
