using System.Globalization;

namespace Tmcp.GatewayBench;

/// <summary>How long to measure and what to do with the results.</summary>
/// <param name="Seconds">Length of one measurement.</param>
/// <param name="Rounds">Measurements of each kind; the median counts.</param>
/// <param name="Write">Whether the results go into README.md.</param>
internal sealed record BenchOptions(int Seconds, int Rounds, bool Write)
{
    public static BenchOptions Parse(string[] args) => new(Number(args, "--seconds=", 3), Number(args, "--rounds=", 5), args.Contains("--write"));

    private static int Number(string[] args, string name, int otherwise)
        => args.FirstOrDefault(arg => arg.StartsWith(name, StringComparison.Ordinal)) is { } given
            ? int.Parse(given[name.Length..], NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;
}
