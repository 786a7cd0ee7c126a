namespace Tmcp.Publisher.Manifest;

internal enum ResourceKind
{
    /// <summary>A project, a container, a Dockerfile.</summary>
    Program,

    /// <summary>A process of a developer's machine: no cluster can run it.</summary>
    Executable,

    /// <summary>A connection string that is made of others.</summary>
    Value,

    Parameter,

    /// <summary>Text to be escaped for a URL.</summary>
    EncodedText,

    /// <summary>What a cluster must know of another resource.</summary>
    Kubernetes,

    /// <summary>A cloud's resource, or one that its writer could not describe: skipped with a warning, and nothing may refer to it.</summary>
    Skipped,
}
