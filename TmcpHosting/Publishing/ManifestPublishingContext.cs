using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>A manifest while it is written.</summary>
/// <param name="executionContext">Run or publish.</param>
/// <param name="manifestPath">The path of the file; other paths in it are relative to its directory.</param>
/// <param name="writer">Where it is written to.</param>
/// <param name="cancellationToken">Ends the writing.</param>
public sealed class ManifestPublishingContext(
    DistributedApplicationExecutionContext executionContext,
    string manifestPath,
    Utf8JsonWriter writer,
    CancellationToken cancellationToken = default)
{
    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The path of the file.</summary>
    public string ManifestPath { get; } = manifestPath;

    /// <summary>Where it is written to.</summary>
    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>Ends the writing.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
