using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>One object of a tree, in a file or rendered.</summary>
/// <param name="root">The object itself. Rendering changes it in place.</param>
/// <param name="file">Path in the tree of the file that it comes from; for a generated object its kustomization.</param>
/// <param name="line">One-based line in the file.</param>
internal sealed class KubeObject(JsonObject root, string file, int line)
{
    private string? _originalName;

    internal JsonObject Root { get; } = root;

    internal string File { get; } = file;

    internal int Line { get; } = line;

    internal string ApiVersion => Root.Get("apiVersion").Text() ?? "";

    internal string Kind => Root.Get("kind").Text() ?? "";

    internal string Name
    {
        get => Root.Get("metadata", "name").Text() ?? "";
        set
        {
            _originalName ??= Name;
            Root.Ensure("metadata")["name"] = value;
        }
    }

    /// <summary>The name in the file, without a hash.</summary>
    internal string OriginalName => _originalName ?? Name;

    internal string? Namespace
    {
        get => Root.Get("metadata", "namespace").Text();
        set => Root.Ensure("metadata")["namespace"] = value;
    }

    /// <summary>Whether the rendered name gets a hash of the content.</summary>
    internal bool NeedsHash { get; init; }

    /// <summary>Part of <see cref="ApiVersion"/> before the slash; empty for the core group.</summary>
    internal string Group => ApiVersion.Contains('/') ? ApiVersion[..ApiVersion.IndexOf('/')] : "";

    internal string Version => ApiVersion[(ApiVersion.IndexOf('/') + 1)..];

    internal Dictionary<string, string> Labels => Root.Get("metadata", "labels").TextMembers();

    internal Dictionary<string, string> Annotations => Root.Get("metadata", "annotations").TextMembers();

    internal KubeObject Clone() => new(Root.DeepClone().AsObject(), File, Line) { NeedsHash = NeedsHash };

    public override string ToString() => $"{Kind} {OriginalName}";
}
