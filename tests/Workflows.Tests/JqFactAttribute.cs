namespace Tmcp.Workflows.Tests;

/// <summary>A test that runs a script of a workflow, which needs bash and jq.</summary>
internal sealed class JqFactAttribute : FactAttribute
{
    public JqFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!((string[])["bash", "jq"]).All(program => folders.Any(folder => File.Exists(Path.Combine(folder, program)))))
            Skip = "There is no bash or no jq on PATH; Debian has jq as 'jq'.";
    }
}
