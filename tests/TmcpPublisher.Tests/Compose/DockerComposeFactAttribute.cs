namespace Tmcp.Publisher.Tests.Compose;

/// <summary>A test that needs docker-compose on PATH.</summary>
internal sealed class DockerComposeFactAttribute : FactAttribute
{
    public DockerComposeFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "docker-compose"))))
            Skip = "docker-compose is not on PATH (Debian: apt-get install docker-compose).";
    }
}
