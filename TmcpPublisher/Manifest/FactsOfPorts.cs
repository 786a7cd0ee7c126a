using System.Text.RegularExpressions;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary>Reads what the facts say of ports, public paths and probes.</summary>
internal static partial class FactsOfPorts
{
    private const int LastPort = 65535;

    internal static PortFacts ReadPort(JsonPlace place)
    {
        place.RefuseUnknown("port", "targetPort");
        return new PortFacts(place.Find("port")?.AsInteger(1, LastPort), place.Find("targetPort")?.AsInteger(1, LastPort), place.Path);
    }

    internal static RouteFacts ReadRoute(JsonPlace place)
    {
        place.RefuseUnknown("path", "strip", "port");
        var path = place.Require("path")?.AsText() ?? "/";
        if (!PublicPath().IsMatch(path))
            place.Find("path")!.Refuse($"is '{path}', and has to begin with '/', end without one, and hold letters, digits, '-', '_', '.' and '/' only.");
        return new RouteFacts(path, place.Flag("strip", otherwise: true), place.Text("port"), place.Path);
    }

    internal static ProbeFacts ReadProbes(JsonPlace place)
    {
        place.RefuseUnknown("startup", "ready", "live");
        return new ProbeFacts(ReadProbe(place.Find("startup")), ReadProbe(place.Find("ready")), ReadProbe(place.Find("live")));
    }

    private static OneProbeFacts? ReadProbe(JsonPlace? place)
    {
        if (place is null)
            return null;

        place.RefuseUnknown("http", "tcp", "port", "seconds");
        var http = place.Text("http");
        if (http is null == !place.Flag("tcp"))
            place.Refuse("needs '\"http\": \"/path\"' or '\"tcp\": true', and exactly one of them.");
        if (http is not null && !ProbePath().IsMatch(http))
            place.Find("http")!.Refuse($"is '{http}', and has to be a path such as '/health'.");
        return new OneProbeFacts(http, place.Text("port"), place.Find("seconds")?.AsInteger(1, 3600), place.Path);
    }

    [GeneratedRegex("^(/|(/[A-Za-z0-9_.-]+)+)\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicPath();

    [GeneratedRegex("^/[A-Za-z0-9_.~/?&=%-]*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ProbePath();
}
