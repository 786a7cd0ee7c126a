using System.Net;

namespace Tmcp.Bridge.Transport;

/// <summary>The host names that the bridge answers to.</summary>
internal sealed class HostNames(IEnumerable<string> allowed)
{
    private readonly string[][] _patterns = [.. allowed.Select(pattern => pattern.Trim().ToLowerInvariant().Split('.'))];

    /// <summary>Whether a host, without its port, is loopback or allowed.</summary>
    public bool Allows(string host)
    {
        var name = host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        if (name.Length == 0)
            return false;
        if (name == "localhost" || name.EndsWith(".localhost", StringComparison.Ordinal))
            return true;
        if (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address))
            return true;

        var labels = name.Split('.');
        return _patterns.Any(pattern => Matches(pattern, labels));
    }

    private static bool Matches(string[] pattern, string[] labels) =>
        pattern.Length == labels.Length
        && pattern.Zip(labels).All(pair => pair.First == "*" ? pair.Second.Length > 0 : pair.First == pair.Second);
}
