using System.Globalization;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Generators.Copy;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>The editor: looks for what is really wrong with the texts of a campaign.</summary>
internal static class FlagWriter
{
    private const int MostFlags = 20;

    public static JsonArray Write(Draft draft)
    {
        var texts = Texts(draft.Prompt, "masters", "master").Concat(Texts(draft.Prompt, "variants", "variant")).ToList();
        var flags = texts.SelectMany(text => EditorChecks.Of(draft, text)).Concat(Duplicates(draft.Book.Editor, texts));
        return [.. flags.Take(MostFlags).Select(flag => new JsonObject
        {
            ["type"] = flag.Type, ["target"] = flag.Text.Target, ["target_id"] = flag.Text.Id, ["message"] = flag.Message,
        })];
    }

    private static IEnumerable<EditedText> Texts(TaskPrompt prompt, string block, string target)
    {
        var node = prompt.Blocks.GetValueOrDefault(block) ?? prompt.Blocks.GetValueOrDefault(target);
        foreach (var record in node is JsonArray list ? list.OfType<JsonObject>() : node is JsonObject one ? [one] : (IEnumerable<JsonObject>)[])
        {
            var metadata = FactReader.Member(record, "metadata") ?? record;
            var copy = JsonText.StringOrNull(record["adapted_copy"]) ?? JsonText.StringOrNull(record["adaptedCopy"]) ?? JsonText.StringOrNull(record["core_message"]) ?? "";
            yield return new EditedText(
                target,
                JsonText.StringOrNull(record["id"]) ?? JsonText.StringOrNull(record["target_id"]) ?? "",
                JsonText.StringOrNull(record["platform"])?.ToLowerInvariant() ?? "",
                string.Join('\n', PlainText.Lines(copy)),
                copy.Length,
                FactReader.Text(metadata, "call_to_action", "callToAction"));
        }
    }

    // Each pair once, at the later one. A variant resembles its master: only texts of one kind and platform are compared.
    private static IEnumerable<EditorFlag> Duplicates(EditorCopy copy, List<EditedText> texts) =>
        from pair in texts.Index()
        let twin = texts.Take(pair.Index).FirstOrDefault(other => other.Target == pair.Item.Target && other.Platform == pair.Item.Platform && Likeness.Of(other.Text, pair.Item.Text) > 0.6)
        where twin is not null
        select new EditorFlag("duplication", pair.Item, string.Format(CultureInfo.InvariantCulture, copy.Duplicate, twin.Id));
}
