namespace Tmcp.Publisher.Manifest;

/// <summary>One entry of <c>resources</c>.</summary>
internal sealed record ManifestResource
{
    internal required string Name { get; init; }

    /// <summary>Its <c>type</c>, such as <c>container.v0</c>; empty when it has none.</summary>
    internal required string Type { get; init; }

    internal required string Path { get; init; }

    internal required ResourceKind Kind { get; init; }

    internal ManifestText? ConnectionString { get; init; }

    /// <summary>Of a parameter and of an annotated string.</summary>
    internal ManifestText? Value { get; init; }

    /// <summary>What a person or an environment gives, by name.</summary>
    internal IReadOnlyDictionary<string, ManifestInput> Inputs { get; init; } = new Dictionary<string, ManifestInput>();

    internal IReadOnlyList<ManifestBinding> Bindings { get; init; } = [];

    /// <summary>Only of what runs or is built.</summary>
    internal ManifestProgram? Program { get; init; }

    internal ManifestBinding? FindBinding(string name) => Bindings.FirstOrDefault(binding => binding.Name == name);
}
