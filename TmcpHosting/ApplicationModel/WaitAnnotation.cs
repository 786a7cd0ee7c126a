using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that has to be ready before this one starts.</summary>
/// <param name="resource">The resource.</param>
/// <param name="waitType">What ready means.</param>
/// <param name="exitCode">The expected exit code, for <see cref="WaitType.WaitForCompletion"/>.</param>
[DebuggerDisplay("{WaitType} {Resource.Name}")]
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What ready means.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>What happens when it ends or fails first. Null: the application's default.</summary>
    public WaitBehavior? WaitBehavior { get; init; }

    /// <summary>The expected exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
