namespace Tmcp.AiOps.Settings;

internal static class DefaultPort
{
    /// <summary>Listens where TMCP's clients expect the service, unless an address is configured.</summary>
    public static void UseDefaultPort(this WebApplicationBuilder builder, int port)
    {
        var configured = new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (configured)
            return;

        // In a container every interface, or nobody outside could connect; on a person's machine only that machine.
        var host = builder.Configuration.GetValue<bool>("DOTNET_RUNNING_IN_CONTAINER") ? "*" : "localhost";
        builder.WebHost.UseUrls($"http://{host}:{port}");
    }
}
