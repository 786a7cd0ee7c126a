using System.Globalization;

namespace Tmcp.Tools.Stores;

/// <summary>Names of backups: kind, UTC time, kind of file. They sort by age.</summary>
/// <param name="Kind">Such as <c>pocketbase</c>.</param>
/// <param name="Extension">With its dot.</param>
internal sealed record BackupName(string Kind, string Extension)
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>What names of this kind begin with.</summary>
    internal string Start => $"{Kind}-";

    /// <summary>For example <c>pocketbase-20261121T021700Z.zip</c>.</summary>
    internal string At(DateTimeOffset time) => $"{Start}{time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}{Extension}";

    /// <summary>Whether a name is one of ours, and not a file that a person put beside them.</summary>
    internal bool Matches(string name) =>
        name.StartsWith(Start, StringComparison.Ordinal)
        && name.EndsWith(Extension, StringComparison.Ordinal)
        && name.Length == At(default).Length
        && DateTime.TryParseExact(name[Start.Length..^Extension.Length], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
