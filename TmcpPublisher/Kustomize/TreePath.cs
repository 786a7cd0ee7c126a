namespace Tmcp.Publisher.Kustomize;

/// <summary>Paths inside a tree, relative to its root, with <c>/</c>. The root itself is the empty text.</summary>
internal static class TreePath
{
    internal static string Folder(string file) => file.Contains('/') ? file[..file.LastIndexOf('/')] : "";

    internal static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Resolves <c>.</c> and <c>..</c>. A path that leaves the tree keeps a leading <c>..</c>, which no file has.</summary>
    internal static string Join(string folder, string relative)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{relative}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                Climb(parts);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    private static void Climb(List<string> parts)
    {
        if (parts.Count > 0 && parts[^1] != "..")
            parts.RemoveAt(parts.Count - 1);
        else
            parts.Add("..");
    }
}
