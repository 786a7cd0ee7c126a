using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary><c>"value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 22 } } }</c></summary>
internal static class ManifestInputReader
{
    // Longer generated values than this are a typing error; Vault would take them.
    private const int LongestValue = 4096;

    internal static IReadOnlyDictionary<string, ManifestInput> Read(JsonPlace? inputs) =>
        inputs?.Members().ToDictionary(member => member.Name, member => ReadOne(member.Place), StringComparer.Ordinal) ?? [];

    private static ManifestInput ReadOne(JsonPlace place)
    {
        var given = place.Find("default");
        return new ManifestInput(place.Flag("secret"), given?.Text("value"), given?.Find("generate") is { } rules ? ReadRules(rules) : null);
    }

    private static GenerateRules ReadRules(JsonPlace place)
    {
        var rules = new GenerateRules(
            place.Require("minLength")?.AsInteger(1, LongestValue) ?? 1,
            place.Flag("lower", otherwise: true),
            place.Flag("upper", otherwise: true),
            place.Flag("numeric", otherwise: true),
            place.Flag("special", otherwise: true),
            Count("minLower"),
            Count("minUpper"),
            Count("minNumeric"),
            Count("minSpecial"));
        if (rules is { Lower: false, Upper: false, Numeric: false, Special: false })
            place.Refuse("forbids every class of characters, so no value fits. Allow one of 'lower', 'upper', 'numeric', 'special'.");
        return rules;

        int Count(string name) => place.Find(name)?.AsInteger(0, LongestValue) ?? 0;
    }
}
