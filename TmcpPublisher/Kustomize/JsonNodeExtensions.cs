using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Reading of objects that may lack anything: what is absent is null or empty, never an error.</summary>
internal static class JsonNodeExtensions
{
    /// <summary>The value below a chain of names; null when any of them is absent.</summary>
    internal static JsonNode? Get(this JsonNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            node = node is JsonObject members && members.TryGetPropertyValue(name, out var value) ? value : null;
        return node;
    }

    /// <summary>The value as text: a string as it is, a number or a truth value as JSON writes it; null for anything else.</summary>
    internal static string? Text(this JsonNode? node) => node is not JsonValue value
        ? null
        : value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    /// <summary>Whether it is a string, as opposed to a number that looks the same.</summary>
    internal static bool IsString(this JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.String;

    internal static int? Integer(this JsonNode? node) => int.TryParse(node.Text(), out var number) ? number : null;

    internal static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.True;

    internal static bool IsFalse(this JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.False;

    internal static IEnumerable<JsonNode?> Items(this JsonNode? node) => node as JsonArray ?? Enumerable.Empty<JsonNode?>();

    internal static IEnumerable<string> Texts(this JsonNode? node) => node.Items().Select(item => item.Text()).OfType<string>();

    internal static IEnumerable<KeyValuePair<string, JsonNode?>> Members(this JsonNode? node)
        => node as JsonObject ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>();

    /// <summary>The members as text; members of another form are left out.</summary>
    internal static Dictionary<string, string> TextMembers(this JsonNode? node)
        => node.Members().Where(member => member.Value is JsonValue).ToDictionary(member => member.Key, member => member.Value.Text()!);

    /// <summary>The object of that name, made when it is absent.</summary>
    internal static JsonObject Ensure(this JsonObject node, string name)
    {
        if (node[name] is JsonObject present)
            return present;

        var made = new JsonObject();
        node[name] = made;
        return made;
    }
}
