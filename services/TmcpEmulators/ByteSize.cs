using System.Globalization;

namespace TmcpEmulators;

/// <summary>Sizes as settings write them: <c>1048576</c>, <c>512mb</c>, <c>1gb</c>, <c>100k</c>.</summary>
internal static class ByteSize
{
    public static long? Parse(string text)
    {
        var digits = text.AsSpan().TrimEnd("bkmgBKMG");
        long? unit = text[digits.Length..].ToLowerInvariant() switch
        {
            "" or "b" => 1,
            "k" => 1000,
            "kb" => 1024,
            "m" => 1_000_000,
            "mb" => 1024 * 1024,
            "g" => 1_000_000_000,
            "gb" => 1024 * 1024 * 1024,
            _ => null,
        };
        return unit is { } factor && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue / factor
            ? number * factor
            : null;
    }
}
