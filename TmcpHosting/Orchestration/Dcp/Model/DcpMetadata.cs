namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>Name, bookkeeping and version of one object.</summary>
internal sealed record DcpMetadata
{
    /// <summary>Unique within its kind.</summary>
    public required string Name { get; init; }

    /// <summary>Tells a re-created object from the old one of the same name. Set by dcp.</summary>
    public string? Uid { get; init; }

    /// <summary>Changes exactly when the object changes. Set by dcp.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Free text; dcp itself reads <see cref="DcpAnnotations.ServiceProducer"/> only.</summary>
    public Dictionary<string, string>? Annotations { get; init; }

    /// <summary>Set once the object is being deleted.</summary>
    public DateTime? DeletionTimestamp { get; init; }
}
