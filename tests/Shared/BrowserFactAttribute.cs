namespace Tmcp.Tests.Shared;

/// <summary>A test in the system's Chromium; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (ExecutablePath is null)
            Skip = "No chromium, chromium-browser or google-chrome on PATH; Debian has chromium.";
    }

    public static string? ExecutablePath { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
