namespace Aspire.Hosting.ApplicationModel;

/// <summary>How many times the resource runs.</summary>
/// <param name="replicas">1 or more.</param>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>1 or more.</summary>
    public int Replicas { get; } = replicas;
}
