using System.Text.Json.Nodes;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>Collects what is wrong with a body, each thing at its place in the tree.</summary>
internal sealed class FormErrors
{
    public JsonObject Tree { get; } = [];

    public bool Any => Tree.Count > 0;

    /// <summary><paramref name="path"/>: such as <c>embeds.0.fields.2.value</c>.</summary>
    public void Add(string path, string code, string message)
    {
        var node = Tree;
        foreach (var part in path.Split('.'))
        {
            if (node[part] is not JsonObject next)
                node[part] = next = [];
            node = next;
        }

        if (node["_errors"] is not JsonArray errors)
            node["_errors"] = errors = [];
        errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void TooLong(string path, int max) => Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");

    public void TooMany(string path, int max) => Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
}
