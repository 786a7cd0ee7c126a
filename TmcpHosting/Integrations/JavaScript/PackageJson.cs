using System.Buffers;
using System.Text.Json;

namespace Aspire.Hosting.JavaScript;

/// <summary>The scripts of a package.json.</summary>
internal sealed class PackageJson
{
    public const string FileName = "package.json";

    // Whatever a shell would give a meaning to; a script with one of these is left to the package manager.
    private static readonly SearchValues<char> _shell = SearchValues.Create("&|;<>$`\"'\\()*?[]{}~#!\n");

    private readonly string _directory;
    private readonly Dictionary<string, string> _scripts;

    private PackageJson(string directory, Dictionary<string, string> scripts) => (_directory, _scripts) = (directory, scripts);

    /// <summary>Reads the file of a directory; null when there is none or it is broken, which the package manager then says better.</summary>
    public static PackageJson? Read(string directory)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, FileName)));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("scripts", out var scripts)
                && scripts.ValueKind == JsonValueKind.Object
                ? new PackageJson(directory, scripts.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.String)
                    .ToDictionary(s => s.Name, s => s.Value.GetString()!, StringComparer.Ordinal))
                : null;
        }
        catch (Exception missing) when (missing is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The program of a script such as <c>vite --host</c>; null when the script needs a shell, has pre or post steps, or its program
    /// is not among the installed packages.
    /// </summary>
    public ScriptProgram? FindProgram(string scriptName)
    {
        if (!_scripts.TryGetValue(scriptName, out var script)
            || _scripts.ContainsKey($"pre{scriptName}")
            || _scripts.ContainsKey($"post{scriptName}")
            || script.AsSpan().ContainsAny(_shell))
        {
            return null;
        }

        var words = script.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0].Contains('='))
            return null;
        if (words[0] == "node")
            return new ScriptProgram("node", words[1..]);

        return FindInstalled(words[0]) switch
        {
            null => null,
            var program when IsNodeScript(program) => new ScriptProgram("node", [program, .. words[1..]]),
            var program => new ScriptProgram(program, words[1..]),
        };
    }

    // Workspaces install into the root: look upward. The entries are links to the real files; on Windows they are
    // shell scripts, which is no gain over npm.
    private string? FindInstalled(string program)
    {
        if (OperatingSystem.IsWindows() || program.Contains('/'))
            return null;

        for (var directory = new DirectoryInfo(_directory); directory is not null; directory = directory.Parent)
        {
            var link = new FileInfo(Path.Combine(directory.FullName, "node_modules", ".bin", program));
            if (link.Exists)
                return (link.ResolveLinkTarget(returnFinalTarget: true) ?? link).FullName;
        }

        return null;
    }

    // #!/usr/bin/env node
    private static bool IsNodeScript(string path)
    {
        using var reader = new StreamReader(path);
        Span<char> start = stackalloc char[64];
        var text = start[..reader.ReadBlock(start)];
        var line = text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;
        return line.StartsWith("#!") && line.Contains("node", StringComparison.Ordinal);
    }
}
