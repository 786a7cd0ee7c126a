using System.Text.Json.Nodes;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>The schemas of the answers, files beside this one and part of the program.</summary>
internal static class Schemas
{
    public static JsonObject Load(string name)
    {
        using var file = typeof(Schemas).Assembly.GetManifestResourceStream($"{name}.schema.json")
            ?? throw new InvalidOperationException($"There is no schema '{name}': add Generation/Answers/Schemas/{name}.schema.json.");
        return JsonNode.Parse(file)!.AsObject();
    }
}
