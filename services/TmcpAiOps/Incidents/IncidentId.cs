using System.Globalization;
using System.Security.Cryptography;

namespace Tmcp.AiOps.Incidents;

/// <summary>Ids that a person can read out and that sort by time: <c>20261121-053012-k7m2xq</c>.</summary>
internal static class IncidentId
{
    private const string Letters = "abcdefghjkmnpqrstvwxyz23456789";

    public static string New(DateTimeOffset now) => $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetString(Letters, 8)}";

    /// <summary>The second in which an incident was opened, or null for a text that is no id.</summary>
    public static DateTimeOffset? OpenedAt(string id) =>
        id.Length > 15 && DateTimeOffset.TryParseExact(id[..15], "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Whether a text may be an id at all: it becomes part of a key.</summary>
    public static bool IsOne(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
