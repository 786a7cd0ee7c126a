using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Settings;

/// <summary>
/// The file <c>images.&lt;environment&gt;.json</c> beside the settings: <c>{ "tmcp-agents": { "tag": "v0.0.18", "digest": "sha256:…" } }</c>.
/// </summary>
internal static partial class ImageLockFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static string PathOf(string folder, string environment) => Path.Combine(folder, $"images.{environment}.json");

    /// <summary>The locks of every environment; an environment without a file has none.</summary>
    /// <exception cref="PublishException">A file is no lock file.</exception>
    internal static ImageLocks ReadAll(string folder, IEnumerable<string> environments) =>
        new(environments.ToDictionary(environment => environment, environment => Read(PathOf(folder, environment)), StringComparer.Ordinal));

    internal static IReadOnlyDictionary<string, ImageLock> Read(string file)
    {
        if (!File.Exists(file))
            return new Dictionary<string, ImageLock>();

        var problems = new ProblemList();
        var locks = JsonFile.Read(file, $"{Path.GetFileName(file)} $", problems, root =>
            root.Members().ToDictionary(member => member.Name, member => ReadLock(member.Place), StringComparer.Ordinal));
        problems.ThrowIfAny();
        return locks;
    }

    /// <summary>Writes the file, ordered by image. Does nothing when it says the same already.</summary>
    /// <returns>Whether it was written.</returns>
    internal static bool Write(string file, IReadOnlyDictionary<string, ImageLock> locks)
    {
        var root = new JsonObject();
        foreach (var (image, entry) in locks.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var node = new JsonObject { ["tag"] = entry.Tag };
            if (entry.Digest is not null)
                node["digest"] = entry.Digest;
            root[image] = node;
        }

        var text = root.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return false;

        File.WriteAllText(file, text);
        return true;
    }

    private static ImageLock ReadLock(JsonPlace place)
    {
        place.RefuseUnknown("tag", "digest");
        var tag = place.Require("tag")?.AsText() ?? "";
        if (!Tag().IsMatch(tag))
            place.Find("tag")?.Refuse($"is '{tag}', which is no tag of an image. Write one such as 'v0.0.18'.");
        var digest = place.Text("digest");
        if (digest is not null && !Digest().IsMatch(digest))
            place.Find("digest")!.Refuse($"is '{digest}', and has to be 'sha256:' and 64 digits of 0-9 and a-f.");
        return new ImageLock(tag, digest);
    }

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("^sha256:[0-9a-f]{64}\\z", RegexOptions.NonBacktracking)]
    internal static partial Regex Digest();
}
