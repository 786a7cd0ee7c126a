namespace Tmcp.IntegrationTests;

/// <summary>A test in the system's Chromium; skipped with the reason where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Skips when no Chromium is installed.</summary>
    public BrowserFactAttribute()
    {
        if (ExecutablePath is null)
            Skip = $"No Chromium at {string.Join(", ", Candidates)}.";
    }

    internal static string? ExecutablePath => Candidates.FirstOrDefault(File.Exists);
}
