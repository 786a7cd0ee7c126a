namespace Aspire.Hosting.ApplicationModel;

/// <summary>What an executable runs; the last one counts.</summary>
public sealed class ExecutableAnnotation : IResourceAnnotation
{
    /// <summary>The program: a path, or a name looked up on the PATH.</summary>
    public required string Command { get; set; }

    /// <summary>The directory it starts in.</summary>
    public required string WorkingDirectory { get; set; }
}
