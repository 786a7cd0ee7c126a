using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A place in the cluster that a text names.</summary>
/// <param name="Host">As it is written.</param>
/// <param name="Port">Null: the text has none.</param>
/// <param name="IsCertain">Whether a host of this form can only be a Service, known or not.</param>
internal sealed partial record ServiceAddress(string Host, int? Port, bool IsCertain)
{
    /// <summary>Name of the Service.</summary>
    internal string Service => Host.Split('.')[0];

    /// <summary>The namespace that the host names; null: that of the caller.</summary>
    internal string? Namespace => Host.Split('.') is [_, var name, ..] ? name : null;

    /// <summary>
    /// Finds <c>http://a-service:80/x</c>, <c>a-service:6379</c>, <c>a.ns.svc.cluster.local</c>, <c>Host=a-service;Port=80</c> and a text that is a name alone.
    /// </summary>
    internal static IEnumerable<ServiceAddress> FindIn(string text)
    {
        var found = new List<ServiceAddress>();
        foreach (Match match in Url().Matches(text))
        {
            var host = match.Groups["host"].Value;
            found.Add(new ServiceAddress(host, PortOf(match) ?? DefaultPort(match.Groups["scheme"].Value), IsCertain: true));
        }

        foreach (Match match in HostAndPort().Matches(text))
        {
            var host = match.Groups["host"].Value;
            found.Add(new ServiceAddress(host, PortOf(match), host.EndsWith("-service", StringComparison.Ordinal) || IsQualified(host)));
        }

        found.AddRange(MemberOfConnection().Matches(text).Select(match => new ServiceAddress(match.Groups["host"].Value, PortOf(match), IsCertain: false)));

        // A name without a port, where it was not found with one.
        var names = Qualified().Matches(text).Select(match => match.Value).Concat(HostAlone().IsMatch(text) ? [text] : []);
        found.AddRange(names.Where(name => found.TrueForAll(address => address.Host != name)).Select(name => new ServiceAddress(name, null, IsQualified(name))).ToList());
        return found.Where(address => IsInside(address.Host)).Distinct();
    }

    private static int? PortOf(Match match) => match.Groups["port"] is { Success: true, Value: var port } ? int.Parse(port) : null;

    private static int? DefaultPort(string scheme) => scheme switch
    {
        "http" or "ws" => 80,
        "https" or "wss" => 443,
        _ => null,
    };

    private static bool IsInside(string host) => host is not "localhost" && !char.IsAsciiDigit(host[0]) && (!host.Contains('.') || IsQualified(host));

    // name.namespace.svc, with or without the cluster's own domain
    private static bool IsQualified(string host) => host.Split('.') is [_, _, "svc", ..];

    [GeneratedRegex(@"(?<scheme>[a-z][a-z0-9+]{1,20})://([^/@\s""']{1,200}@)?(?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,252})(:(?<port>[0-9]{1,5}))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w.:/@$({-])(?<host>[a-z][a-z0-9-]{0,62}(\.[a-z0-9.-]{1,190})?):(?<port>[0-9]{2,5})(?![\w.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"(?<![\w.-])[a-z][a-z0-9-]{0,62}\.[a-z0-9-]{1,63}\.svc(\.cluster\.local)?(?![\w-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualified();

    // Host=a-service;Port=5432;…
    [GeneratedRegex(@"(?<==)(?<host>[a-z][a-z0-9-]{0,62});\s?[Pp]ort=(?<port>[0-9]{1,5})(?=;|,|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemberOfConnection();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,62}(\.[a-z0-9.-]{1,190})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostAlone();
}
