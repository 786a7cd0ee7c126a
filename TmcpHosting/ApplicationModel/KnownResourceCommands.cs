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

    internal const string RebuildCommand = "rebuild";
    internal const string SetParameterCommand = "set-parameter";
    internal const string DeleteParameterCommand = "delete-parameter";
}
