namespace Aspire.Hosting.ApplicationModel;

#pragma warning disable ASPIREPROBES001 // the interface stands in Aspire's declaration too

/// <summary>A program that runs as a process.</summary>
public class ExecutableResource
    : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport, IResourceWithProbes, IComputeResource
{
    /// <summary>Describes a program.</summary>
    /// <param name="name">The name.</param>
    /// <param name="command">The program: a path, or a name looked up on the PATH.</param>
    /// <param name="workingDirectory">The directory it starts in.</param>
    public ExecutableResource(string name, string command, string workingDirectory)
        : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        Annotations.Add(new ExecutableAnnotation { Command = command, WorkingDirectory = workingDirectory });
    }

    /// <summary>The program: a path, or a name looked up on the PATH.</summary>
    public string Command => Start.Command;

    /// <summary>The directory it starts in.</summary>
    public string WorkingDirectory => Start.WorkingDirectory;

    private ExecutableAnnotation Start => Annotations.OfType<ExecutableAnnotation>().Last();
}
