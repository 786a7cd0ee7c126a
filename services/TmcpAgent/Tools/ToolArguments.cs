using System.Text.Json;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Tools;

/// <summary>The arguments of a tool call as a model wrote them: mostly right, sometimes with numbers in quotes or objects in strings.</summary>
internal sealed class ToolArguments
{
    private readonly JsonElement _root;

    private ToolArguments(JsonElement root) => _root = root;

    /// <summary>The arguments, or null when the text is no JSON object.</summary>
    public static ToolArguments? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;

            return JsonText.IsWritable(json.RootElement) ? new ToolArguments(json.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text that must be there.</summary>
    /// <exception cref="ToolArgumentException">It is missing, empty, or no text.</exception>
    public string Require(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new ToolArgumentException($"argument '{name}' is missing or no text");

    public string Find(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public int Number(string name, int otherwise, int least, int most)
    {
        if (!_root.TryGetProperty(name, out var value))
            return otherwise;

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => (int)Math.Clamp(number, least, most),
            JsonValueKind.String when int.TryParse(value.GetString(), out var number) => Math.Clamp(number, least, most),
            _ => otherwise,
        };
    }

    /// <summary>The fields to write: an object, or a text that holds one.</summary>
    /// <exception cref="ToolArgumentException">Neither; the text tells the model what to write instead.</exception>
    public JsonElement Data(string name)
    {
        if (!_root.TryGetProperty(name, out var value))
            throw new ToolArgumentException($"argument '{name}' is missing");
        if (value.ValueKind == JsonValueKind.Object)
            return value;

        try
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                using var json = JsonDocument.Parse(value.GetString()!);
                if (json.RootElement.ValueKind == JsonValueKind.Object)
                    return json.RootElement.Clone();
            }
        }
        catch (JsonException exception)
        {
            throw new ToolArgumentException(
                $"Error parsing {name}: not valid JSON at position {exception.BytePositionInLine}. Give an object of field names and values.");
        }

        throw new ToolArgumentException($"Error parsing {name}: it is no object. Give an object of field names and values.");
    }

    /// <summary>What to show of the call: everything but a token, which no argument has but a model may invent.</summary>
    public JsonElement Show()
    {
        if (!_root.TryGetProperty("auth_token", out _))
            return _root;

        var shown = System.Text.Json.Nodes.JsonObject.Create(_root)!;
        shown.Remove("auth_token");
        using var json = JsonDocument.Parse(shown.ToJsonString());
        return json.RootElement.Clone();
    }
}

/// <summary>An argument the model got wrong. The message goes back to the model.</summary>
internal sealed class ToolArgumentException(string message) : Exception(message);
