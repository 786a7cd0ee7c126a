namespace Tmcp.Web.Tests.Image;

/// <summary>Runs only where nginx is on PATH, as the hub's image has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, "nginx"))))
            Skip = "nginx is not on PATH. Install it ('apt-get install nginx').";
    }
}
