namespace TmcpEmulators;

/// <summary>What the web emulators have in common: where they listen, and how they say what they are.</summary>
internal static class EmulatorAddress
{
    public const string HeaderName = "X-Tmcp-Emulator";

    /// <summary>Binds the given addresses, else ASP.NET Core's own settings, else the default.</summary>
    public static void Bind(WebApplicationBuilder builder, string? urls, string defaultUrl)
    {
        if (urls is not null)
            builder.WebHost.UseUrls(urls);
        else if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(defaultUrl);
    }
}
