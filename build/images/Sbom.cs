#:property PublishAot=false
// Writes what a published program consists of as CycloneDX 1.6: the packages of its <name>.deps.json with versions and hashes.
//   dotnet run build/images/Sbom.cs -- <name>.deps.json <output>
// No date and no random number: the same program gives the same file.
using System.Text.Json;
using System.Text.Json.Nodes;

if (args is not [var input, var output])
{
    Console.Error.WriteLine("usage: dotnet run build/images/Sbom.cs -- <name>.deps.json <output>");
    return 2;
}

using var deps = JsonDocument.Parse(File.ReadAllText(input));
var name = Path.GetFileName(input).Replace(".deps.json", "", StringComparison.Ordinal);
var libraries = deps.RootElement.GetProperty("libraries").EnumerateObject()
    .Select(library => (Id: library.Name.Split('/')[0], Version: library.Name.Split('/')[1], Facts: library.Value))
    .OrderBy(library => library.Id, StringComparer.Ordinal)
    .ToArray();
var self = libraries.Single(library => library.Id == name);
var document = new JsonObject
{
    ["bomFormat"] = "CycloneDX",
    ["specVersion"] = "1.6",
    ["version"] = 1,
    ["metadata"] = new JsonObject
    {
        ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = name, ["name"] = name, ["version"] = self.Version },
    },
    ["components"] = new JsonArray([.. libraries.Where(library => library.Id != name).Select(Component)]),
};
File.WriteAllText(output, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
return 0;

// A library: "Polly.Core/8.9.1": {"type": "package", "serviceable": true, "sha512": "sha512-<base64>", …}; a project has an empty sha512.
static JsonNode Component((string Id, string Version, JsonElement Facts) library)
{
    var isPackage = library.Facts.GetProperty("type").GetString() == "package";
    var purl = $"pkg:nuget/{library.Id}@{library.Version}";
    var component = new JsonObject
    {
        ["type"] = "library",
        ["bom-ref"] = isPackage ? purl : library.Id,
        ["name"] = library.Id,
        ["version"] = library.Version,
    };
    if (isPackage)
        component["purl"] = purl;
    if (library.Facts.GetProperty("sha512").GetString() is { Length: > 0 } hash)
    {
        var hexadecimal = Convert.ToHexStringLower(Convert.FromBase64String(hash["sha512-".Length..]));
        component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = hexadecimal });
    }

    return component;
}
