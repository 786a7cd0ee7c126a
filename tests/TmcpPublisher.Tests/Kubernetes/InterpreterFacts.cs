using System.Diagnostics;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Interpreters of the languages that the tree carries. Debian has both; <c>.ci/run</c> installs them.</summary>
internal static class Interpreter
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Why a test that needs the program cannot run; null when it can.</summary>
    internal static string? Missing(string program)
    {
        try
        {
            Run(program, program == "ruby" ? "--version" : "-v", "");
            return null;
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return $"There is no {program} on PATH: {missing.Message}";
        }
    }

    /// <summary>Runs a program with one argument and a text on its input.</summary>
    internal static string Run(string program, string argument, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        using var timeout = new CancellationTokenSource(Timeout);
        using var end = timeout.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }
}

/// <summary>A test that runs Lua.</summary>
internal sealed class LuaTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<string?> Missing = new(() => Interpreter.Missing("lua5.4"));

    public LuaTheoryAttribute() => Skip = Missing.Value;
}

/// <summary>A test that runs Ruby.</summary>
internal sealed class RubyFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() => Interpreter.Missing("ruby"));

    public RubyFactAttribute() => Skip = Missing.Value;
}
