namespace Tmcp.AppHost;

/// <summary>When a third-party server runs in a container.</summary>
internal enum ContainerMode
{
    /// <summary>Where a container runtime answers and already has the image.</summary>
    Auto,

    /// <summary>Always; images are pulled or built.</summary>
    Always,

    /// <summary>Never; programs of this machine and emulators stand in.</summary>
    Never,
}
