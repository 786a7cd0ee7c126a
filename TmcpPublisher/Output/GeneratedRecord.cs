using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Output;

/// <summary>
/// The file <c>.generated.json</c> of a tree: what it was made of and what was made. It tells a file that nobody needs any more from one
/// that a person owns, and a file that a person changed from one that is only old.
/// </summary>
/// <param name="Inputs">Hash of each input, by its name.</param>
/// <param name="Files">Hash of each generated file, by its path.</param>
internal sealed record GeneratedRecord(IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Files)
{
    internal const string FileName = ".generated.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static GeneratedRecord None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>The record of a folder; <see cref="None"/> where there is none.</summary>
    /// <exception cref="PublishException">The file is damaged.</exception>
    internal static GeneratedRecord Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return None;

        var problems = new ProblemList();
        var record = JsonFile.Read(file, $"{FileName} $", problems, root =>
            new GeneratedRecord(Texts(root.Require("inputs")), Texts(root.Require("files"), CheckPath)));
        problems.ThrowIfAny();
        return record;
    }

    internal string ToJson() =>
        new JsonObject { ["inputs"] = Node(Inputs), ["files"] = Node(Files) }.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Node(IReadOnlyDictionary<string, string> texts) => new(
        texts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(entry.Value))));

    private static Dictionary<string, string> Texts(JsonPlace? place, Action<string, JsonPlace>? check = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, member) in place?.Members() ?? [])
        {
            check?.Invoke(name, member);
            texts[name] = member.AsText() ?? "";
        }

        return texts;
    }

    // Files of the record are removed when they are stale: none of them may lie elsewhere.
    private static void CheckPath(string path, JsonPlace place)
    {
        if (path.Length == 0 || Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or ".."))
            place.Refuse($"'{path}' is no path inside of the tree. Restore the file from Git.");
    }
}
