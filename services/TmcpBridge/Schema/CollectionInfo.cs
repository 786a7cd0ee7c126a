using System.Text.Json;

namespace Tmcp.Bridge.Schema;

/// <summary>A collection of PocketBase: its name, id, type (base, auth or view), and its fields as PocketBase describes them.</summary>
internal sealed record CollectionInfo(string Name, string Id, string Type, bool System, JsonElement Fields)
{
    public bool HasField(string name) =>
        Fields.EnumerateArray().Any(field => field.TryGetProperty("name", out var value) && value.ValueEquals(name));

    /// <summary>Writes it as PocketBase does.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteString("id", Id);
        writer.WriteString("type", Type);
        writer.WriteBoolean("system", System);
        writer.WritePropertyName("fields");
        Fields.WriteTo(writer);
        writer.WriteEndObject();
    }
}
