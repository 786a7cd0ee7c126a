using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>The script that builds the application for publishing.</summary>
/// <param name="scriptName">Its name in package.json.</param>
/// <param name="args">Its arguments.</param>
public sealed class JavaScriptBuildScriptAnnotation(string scriptName, string[]? args) : IResourceAnnotation
{
    /// <summary>Its name in package.json.</summary>
    public string ScriptName { get; } = scriptName ?? throw new ArgumentNullException(nameof(scriptName));

    /// <summary>Its arguments.</summary>
    public string[] Args { get; } = args ?? [];
}
