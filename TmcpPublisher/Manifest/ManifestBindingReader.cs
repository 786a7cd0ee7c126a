using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary><c>"http": { "scheme": "http", "protocol": "tcp", "transport": "http", "targetPort": 8090 }</c></summary>
internal static class ManifestBindingReader
{
    private const int LastPort = 65535;

    internal static IReadOnlyList<ManifestBinding> Read(JsonPlace? bindings) =>
        bindings?.Members().Select(member => Read(member.Name, member.Place)).ToArray() ?? [];

    private static ManifestBinding Read(string name, JsonPlace place) => new(
        name,
        place.Path,
        place.Require("scheme")?.AsText() ?? "",
        Protocol(place.Find("protocol")),
        place.Find("port")?.AsInteger(1, LastPort),
        place.Find("targetPort")?.AsInteger(1, LastPort),
        place.Flag("external"));

    private static string Protocol(JsonPlace? place)
    {
        switch (place?.AsText())
        {
            case null or "tcp":
                return "TCP";
            case "udp":
                return "UDP";
            case var other:
                place!.Refuse($"is '{other}', and has to be 'tcp' or 'udp'.");
                return "TCP";
        }
    }
}
