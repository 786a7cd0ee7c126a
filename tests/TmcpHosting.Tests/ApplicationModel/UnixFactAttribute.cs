using Aspire.Hosting;

namespace TmcpHosting.Tests.ApplicationModel;

/// <summary>Skips on Windows, where npm's links are shell scripts.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "node_modules/.bin has no links on Windows.";
    }
}
