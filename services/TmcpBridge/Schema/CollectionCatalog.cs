using System.Collections.Frozen;
using System.Text.Json;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Schema;

/// <summary>The collections that one caller knows of.</summary>
internal sealed class CollectionCatalog
{
    private readonly FrozenDictionary<string, CollectionInfo> _byNameOrId;

    public CollectionCatalog(IReadOnlyList<CollectionInfo> collections)
    {
        Collections = collections;
        // A name wins over another collection's id.
        _byNameOrId = collections.Select(collection => KeyValuePair.Create(collection.Id, collection))
            .Concat(collections.Select(collection => KeyValuePair.Create(collection.Name, collection)))
            .GroupBy(pair => pair.Key)
            .ToFrozenDictionary(group => group.Key, group => group.Last().Value);
    }

    public IReadOnlyList<CollectionInfo> Collections { get; }

    public CollectionInfo? Find(string nameOrId) => _byNameOrId.GetValueOrDefault(nameOrId);

    public CollectionInfo Get(string nameOrId) => Find(nameOrId) ?? throw new CallFailedException(
        $"There is no collection '{nameOrId}'. The collections are: {string.Join(", ", Collections.Where(collection => !collection.System).Select(collection => collection.Name))}.");

    /// <summary>Reads one page such as <c>{"items":[{"id":"pbc_1","name":"leads","type":"base","system":false,"fields":[…]}]}</c>.</summary>
    public static IReadOnlyList<CollectionInfo> ReadPage(ReadOnlyMemory<byte> body, out int totalPages)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            totalPages = document.RootElement.TryGetProperty("totalPages", out var pages) ? pages.GetInt32() : 1;
            return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(Read)];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CallFailedException("PocketBase's list of collections has an unknown form. Check that POCKETBASE_URL is a PocketBase server of version 0.23 or later.");
        }
    }

    /// <summary>The catalog as one such page.</summary>
    public byte[] WritePage()
    {
        using var page = new MemoryStream();
        using (var writer = new Utf8JsonWriter(page))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            foreach (var collection in Collections)
                collection.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return page.ToArray();
    }

    private static CollectionInfo Read(JsonElement collection) => new(
        collection.GetProperty("name").GetString()!,
        collection.GetProperty("id").GetString()!,
        collection.GetProperty("type").GetString()!,
        collection.TryGetProperty("system", out var system) && system.ValueKind == JsonValueKind.True,
        collection.GetProperty("fields").Clone());
}
