using Tmcp.Publisher.Lint.Schemas;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Lint;

/// <summary>What the lint knows beside the tree.</summary>
internal sealed record LintOptions
{
    /// <summary>Null: fields and types are not checked.</summary>
    public SchemaSet? Schemas { get; init; }

    /// <summary>The models that are installed; null: only the shape of a name is checked.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Literal values that look like secrets and are none, as <c>owner/variable</c>: the owner is a folder of <c>base</c> or an object.</summary>
    public IReadOnlyList<string> NotSecret { get; init; } = [];

    /// <summary>Values of the label <c>app</c> of pods that policies may name although the tree does not make them.</summary>
    public IReadOnlyList<string> OutsideApps { get; init; } = [];

    /// <summary>Secrets that somebody else makes, such as a certificate.</summary>
    public IReadOnlyList<string> OutsideSecrets { get; init; } = [];

    /// <summary>Names of the overlays where every image must be fixed.</summary>
    public IReadOnlyList<string> Production { get; init; } = ["prod", "production"];

    /// <summary>Names of the overlays where every image must have a digest.</summary>
    public IReadOnlyList<string> RequireDigests { get; init; } = [];

    /// <summary>Secret values that were given to the generator and must be in no file.</summary>
    public IReadOnlyList<string> Markers { get; init; } = [];

    /// <summary>These options with what the settings of the places say.</summary>
    internal LintOptions With(PublishSettings settings) => this with
    {
        NotSecret = [.. NotSecret, .. settings.NotSecret],
        OutsideSecrets = [.. OutsideSecrets, .. settings.Environments.Values.Select(environment => environment.TlsSecret).OfType<string>()],
        RequireDigests = [.. RequireDigests, .. settings.Environments.Where(environment => environment.Value.RequireDigests).Select(environment => environment.Key)],
    };
}
