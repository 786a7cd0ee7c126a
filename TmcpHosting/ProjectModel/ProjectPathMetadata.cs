using System.Diagnostics;

namespace Aspire.Hosting.ProjectModel;

/// <summary>A project that was added by its path.</summary>
[DebuggerDisplay("{ProjectPath}")]
internal sealed class ProjectPathMetadata(string projectPath) : IProjectMetadata
{
    public string ProjectPath { get; } = projectPath;
}
