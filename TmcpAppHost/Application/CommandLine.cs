namespace Tmcp.AppHost;

/// <summary>
/// Rewrites TMCP's own switches to configuration keys. .NET's command-line configuration loses a switch without a value
/// (<c>--fresh --containers never</c> reads as <c>fresh=--containers</c>) and accepts any misspelt one silently.
/// </summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, string> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--fresh"] = TmcpOptions.FreshKey,
        ["--plain"] = TmcpOptions.PlainKey,
    };

    private static readonly Dictionary<string, string> Valued = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--containers"] = TmcpOptions.ContainersKey,
    };

    // Aspire's own switches, each followed by a value or written --switch=value.
    private static readonly HashSet<string> Host = new(StringComparer.OrdinalIgnoreCase)
    {
        "--operation", "--publisher", "--output-path", "--step", "--list-steps", "--log-level", "--environment", "--clear-cache",
        "--include-exception-details", "--project", "--contentRoot", "--applicationName",
    };

    /// <summary>The same command line with every switch in the form <c>--Key=value</c>.</summary>
    /// <exception cref="DistributedApplicationException">A switch is not known or lacks its value.</exception>
    internal static string[] Normalize(string[] args)
    {
        var normalized = new List<string>(args.Length);
        for (var index = 0; index < args.Length; index++)
        {
            var (name, value) = Split(args[index]);
            if (Flags.TryGetValue(name, out var flag))
            {
                normalized.Add($"--{flag}={value ?? "true"}");
            }
            else if (Valued.TryGetValue(name, out var key))
            {
                value ??= Next(args, ref index) ?? throw new DistributedApplicationException(
                    $"Switch '{name}' lacks its value. Write {name} auto, {name} always or {name} never.");
                normalized.Add($"--{key}={value}");
            }
            else if (IsPassedOn(name))
            {
                normalized.Add(args[index]);
                if (value is null && name.StartsWith('-') && Next(args, ref index) is { } next)
                    normalized.Add(next);
            }
            else
            {
                throw Unknown(name);
            }
        }

        return [.. normalized];
    }

    // Configuration (--Parameters:demo-password=x), Aspire's switches and its orchestrator's.
    private static bool IsPassedOn(string name) =>
        !name.StartsWith("--", StringComparison.Ordinal) && !name.StartsWith('-') && name.Contains('=', StringComparison.Ordinal)
        || name.Contains(':', StringComparison.Ordinal)
        || name.StartsWith("--dcp-", StringComparison.OrdinalIgnoreCase)
        || Host.Contains(name);

    private static DistributedApplicationException Unknown(string name) => new(
        $"Switch '{name}' is not known. Known are {string.Join(", ", Flags.Keys.Concat(Valued.Keys))}, Aspire's own "
        + "(such as --publisher and --output-path) and any setting as --Section:Key=value.");

    private static (string Name, string? Value) Split(string argument)
    {
        if (!argument.StartsWith('-'))
            return (argument, null);
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static string? Next(string[] args, ref int index) =>
        index + 1 < args.Length && !args[index + 1].StartsWith('-') ? args[++index] : null;
}
