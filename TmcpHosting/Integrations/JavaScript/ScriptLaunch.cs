using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>
/// Decides what starts a script. <c>npm run</c> dies of the stop signal and leaves its program behind, which then is killed without
/// warning; so in run mode the program itself is started where the script is no more than a program and its arguments.
/// </summary>
internal static class ScriptLaunch
{
    /// <summary>
    /// Writes the first arguments and sets the executable's command. Packages are installed by now. What is published is an image,
    /// and its Dockerfile says what it starts.
    /// </summary>
    public static void Apply(JavaScriptAppResource app, CommandLineArgsCallbackContext context)
    {
        if (!context.ExecutionContext.IsRunMode)
            return;

        var script = app.Annotations.OfType<JavaScriptRunScriptAnnotation>().Last();
        var manager = app.Annotations.OfType<JavaScriptPackageManagerAnnotation>().LastOrDefault() ?? new JavaScriptPackageManagerAnnotation("npm", "run");
        var direct = PackageJson.Read(app.WorkingDirectory)?.FindProgram(script.ScriptName);

        var start = app.Annotations.OfType<ExecutableAnnotation>().Last();
        start.Command = direct?.Command ?? manager.ExecutableName;
        IEnumerable<string> first = direct?.Arguments ?? (manager.ScriptCommand is { } run ? [run, script.ScriptName] : [script.ScriptName]);
        foreach (var argument in first)
            context.Args.Add(argument);

        foreach (var previous in app.Annotations.OfType<ScriptArguments>().ToArray())
            app.Annotations.Remove(previous);
        var arguments = new ScriptArguments(direct is null ? manager.CommandSeparator : null);
        app.Annotations.Add(arguments);
        if (script.Args.Length > 0)
            arguments.AppendTo(context.Args, script.Args);
    }
}
