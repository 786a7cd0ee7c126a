namespace Aspire.Hosting.ApplicationModel;

/// <summary>The commands of every resource that can be started.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts the resource.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stops the resource.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stops and starts the resource.</summary>
    public static readonly string RestartCommand = "restart";

    /// <summary>Builds and restarts a project.</summary>
    public static readonly string RebuildCommand = "rebuild";

    /// <summary>Sets the value of a parameter.</summary>
    public static readonly string SetParameterCommand = "set-parameter";

    /// <summary>Forgets the stored value of a parameter.</summary>
    public static readonly string DeleteParameterCommand = "delete-parameter";
}
