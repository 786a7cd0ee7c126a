namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>Why an image could not be had, in a sentence that says what to do.</summary>
internal static class ImageProblem
{
    private const int LongestReason = 300;

    private static readonly string[] _unreachable =
    [
        "no such host", "connection refused", "i/o timeout", "network is unreachable", "no route to host", "TLS handshake timeout", "context deadline exceeded",
        "Client.Timeout exceeded", "request canceled while waiting for connection", "server misbehaving", "proxyconnect", "Temporary failure in name resolution",
    ];

    private static readonly string[] _refused =
        ["pull access denied", "manifest unknown", "name unknown", "unauthorized", "access to the resource is denied", "authentication required", "not found: manifest"];

    // A RUN step of a build may fail to reach anything; only these speak of a registry.
    private static readonly string[] _registry = ["http://", "https://", "lookup ", "failed to resolve", "failed to fetch", "failed to do request", "pinging container registry"];

    private static readonly string[] _errors = ["error", "denied", "failed", "unknown", "returned a non-zero code"];

    private static readonly string[] _prefixes = ["error response from daemon:", "error:"];

    /// <summary>Reads the runtime's output; its last complaint is the reason.</summary>
    public static string Explain(string runtime, string image, string output)
    {
        var reason = Reason(output);
        return IsOneOf(reason, _unreachable) && IsOneOf(reason, _registry)
                ? $"{runtime} answers but reaches no registry ({reason}). Check the network and the proxy of {runtime}, load the image with '{runtime} load', or run without containers."
            : IsOneOf(reason, _refused)
                ? $"the registry has no '{image}' or does not show it ({reason}). Correct name and tag, or sign in with '{runtime} login'."
            : reason.Contains("no space left on device", StringComparison.OrdinalIgnoreCase)
                ? $"the disk of {runtime} is full ({reason}). Make room, for example with '{runtime} system prune'."
            : reason.Contains("unknown flag: --secret", StringComparison.Ordinal)
                ? $"build secrets need BuildKit ({reason}). Install the plug-in 'docker-buildx', or do without the secret."
            : $"{reason} The whole output stands in the resource's log; correct what it names and start the resource again.";
    }

    /// <summary>
    /// The line that tells: the last one with an error in it, else the last one. Odd case: <c>Error response from daemon: Get
    /// "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host</c>.
    /// </summary>
    internal static string Reason(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = lines.LastOrDefault(candidate => IsOneOf(candidate, _errors)) ?? lines.LastOrDefault() ?? "the runtime gave no reason";
        line = WithoutPrefix(line);
        return line.Length <= LongestReason ? line : line[..LongestReason] + "…";
    }

    private static bool IsOneOf(string reason, string[] signs) => signs.Any(sign => reason.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static string WithoutPrefix(string line)
    {
        foreach (var prefix in _prefixes.Where(prefix => line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            line = line[prefix.Length..].TrimStart();
        return line;
    }
}
