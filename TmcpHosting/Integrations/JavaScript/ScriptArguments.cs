using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>How arguments reach a script: directly, or past the package manager behind a separator. Decided anew at each start.</summary>
internal sealed class ScriptArguments(string? separator) : IResourceAnnotation
{
    public static ScriptArguments Of(IResource resource) => resource.Annotations.OfType<ScriptArguments>().LastOrDefault() ?? new ScriptArguments(null);

    /// <summary>Adds arguments of the script.</summary>
    public void AppendTo(IList<object> args, params ReadOnlySpan<object> scriptArguments)
    {
        if (separator is not null && !args.Contains(separator))
            args.Add(separator);
        foreach (var argument in scriptArguments)
            args.Add(argument);
    }
}
