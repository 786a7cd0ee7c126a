using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Bridge.Results;

/// <summary>Makes JSON fit into a number of bytes and keeps it JSON. Drops items of a list first, then ends of long texts, then members.</summary>
internal static class JsonCutter
{
    public const string NoteName = "_note";

    private const int LongestKeptText = 65_536;
    private const int ShortestKeptText = 64;

    // Longest note and its punctuation.
    private const int NoteBytes = 400;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Default)
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JsonText.Indented.Encoder,
    };

    public static string Cut(ReadOnlySpan<byte> json, int limit)
    {
        var reader = new Utf8JsonReader(json);
        var root = JsonNode.Parse(ref reader)!;
        var room = limit - NoteBytes;

        var list = root as JsonArray ?? root["items"] as JsonArray;
        if (list is { Count: > 1 })
        {
            var before = list.Count;
            DropItems(root, list, room);
            if (list.Count < before)
                AddNote(root, $"Cut by the bridge: {list.Count} of {before} items are here, because a result has at most {limit} bytes. Ask for fewer with per_page, or for less of each with fields.");
        }

        if (SizeOf(root) <= limit)
            return root.ToJsonString(Indented);

        for (var length = LongestKeptText; length >= ShortestKeptText; length /= 2)
        {
            ShortenTexts(root, length);
            if (SizeOf(root) <= room)
                return Noted(root, $"Cut by the bridge: texts longer than {length} characters end early, because a result has at most {limit} bytes. Don't write this record back as it is; ask for single fields with fields.");
        }

        return DropMembers(root, room, limit);
    }

    private static void DropItems(JsonNode root, JsonArray list, int room)
    {
        var items = list.ToList();
        list.Clear();
        var left = room - SizeOf(root);
        foreach (var item in items)
        {
            left -= SizeInList(item);
            if (left < 0 && list.Count > 0)
                return;
            list.Add(item);
        }
    }

    // Inside the list every line is indented by up to four blanks more.
    private static int SizeInList(JsonNode? item)
    {
        var text = item?.ToJsonString(Indented) ?? "null";
        return Encoding.UTF8.GetByteCount(text) + (4 * (text.AsSpan().Count('\n') + 1)) + 2;
    }

    private static void ShortenTexts(JsonNode? node, int length)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                    Replace(value, length, shorter => members[name] = shorter);
                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                    Replace(items[index], length, shorter => items[index] = shorter);
                break;
        }
    }

    private static void Replace(JsonNode? value, int length, Action<JsonNode> replace)
    {
        if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            if (text.Length > length)
                replace(JsonValue.Create($"{text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)]}…")!);
        }
        else
        {
            ShortenTexts(value, length);
        }
    }

    private static string DropMembers(JsonNode root, int room, int limit)
    {
        if (root is not JsonObject members)
            return Noted(new JsonArray(), $"Cut by the bridge: even the first item is larger than a result may be ({limit} bytes).");

        foreach (var (name, _) in members.OrderByDescending(member => SizeOf(member.Value)).ToList())
        {
            if (SizeOf(root) <= room)
                break;
            members.Remove(name);
        }

        return Noted(root, $"Cut by the bridge: the largest members are missing, because a result has at most {limit} bytes. Ask for single fields with fields.");
    }

    private static string Noted(JsonNode root, string note)
    {
        AddNote(root, note);
        return root.ToJsonString(Indented);
    }

    private static void AddNote(JsonNode root, string note)
    {
        if (root is JsonObject members)
            members[NoteName] = note;
        else
            ((JsonArray)root).Add(new JsonObject { [NoteName] = note });
    }

    private static int SizeOf(JsonNode? node) => Encoding.UTF8.GetByteCount(node?.ToJsonString(Indented) ?? "null");
}
