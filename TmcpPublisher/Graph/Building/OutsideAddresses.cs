using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>
/// Finds services outside of the cluster in text: exactly <c>&lt;service&gt;:&lt;port&gt;</c>, or a URL of one whose port is the scheme's own.
/// </summary>
internal sealed partial class OutsideAddresses
{
    private readonly Dictionary<string, (string Resource, string Port)> _byAddress = new(StringComparer.Ordinal);

    internal OutsideAddresses(IEnumerable<OutsideService> services)
    {
        foreach (var service in services)
        {
            foreach (var port in service.Ports)
            {
                _byAddress.TryAdd($"{service.Service}:{port.ServicePort}", (service.Resource, port.Name));
                if (port.ServicePort is 80 or 443)
                    _byAddress.TryAdd($"{(port.ServicePort == 80 ? "http" : "https")}://{service.Service}", (service.Resource, port.Name));
            }
        }
    }

    internal IEnumerable<(string Resource, string Port)> In(string text)
    {
        if (_byAddress.Count == 0)
            yield break;

        foreach (Match match in Host().Matches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (start > 0 && text[start - 1] == '/' && !(start > 1 && text[start - 2] == '/'))
                continue;

            var hasPort = match.Groups["port"].Success;
            var isPartOfWord = !hasPort && end < text.Length && text[end] == ':';
            if (isPartOfWord)
                continue;

            var address = hasPort ? match.Value : SchemeBefore(text, start) + match.Value;
            if (_byAddress.TryGetValue(address, out var found))
                yield return found;
        }
    }

    private static string SchemeBefore(string text, int start) =>
        text.AsSpan(0, start).EndsWith("https://") ? "https://" : text.AsSpan(0, start).EndsWith("http://") ? "http://" : "";

    // ollama-service:11434 of http://ollama-service:11434/v1
    [GeneratedRegex("[A-Za-z0-9._-]+(?<port>:[0-9]+)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
