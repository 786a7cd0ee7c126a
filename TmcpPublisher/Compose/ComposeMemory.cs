using System.Globalization;

namespace Tmcp.Publisher.Compose;

/// <summary>Quantities of Kubernetes as compose writes them.</summary>
internal static class ComposeMemory
{
    /// <summary><c>512Mi</c> is <c>512m</c>: compose counts in powers of 1024. Everything else becomes bytes.</summary>
    internal static string Of(string quantity)
    {
        var digits = quantity.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').Count();
        var (number, unit) = (decimal.Parse(quantity.AsSpan(0, digits), CultureInfo.InvariantCulture), quantity[digits..]);
        if (unit is "Ki" or "Mi" or "Gi" && decimal.IsInteger(number))
            return $"{number}{char.ToLowerInvariant(unit[0])}";

        var factor = unit switch
        {
            "k" => 1_000m,
            "M" => 1_000_000m,
            "G" => 1_000_000_000m,
            "T" => 1_000_000_000_000m,
            "Ki" => 1024m,
            "Mi" => 1024m * 1024,
            "Gi" => 1024m * 1024 * 1024,
            "Ti" => 1024m * 1024 * 1024 * 1024,
            "m" => 0.001m,
            _ => 1m,
        };
        return $"{decimal.Ceiling(number * factor):0}b";
    }
}
