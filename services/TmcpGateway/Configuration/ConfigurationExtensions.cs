using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Tmcp.Gateway.Configuration;

internal static class ConfigurationExtensions
{
    // PocketBase takes filters of 3500 characters, each up to three or more times as long when escaped.
    private const int MaxRequestLineBytes = 32 * 1024;
    private const int MaxRequestHeadersBytes = 64 * 1024;

    /// <summary>Binds and validates the settings, and fits the server to them.</summary>
    internal static void AddGatewayConfiguration(this IHostApplicationBuilder builder)
    {
        // Two lines for every request would cost more than the request.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        builder.Services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateOnStart();
        builder.Services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            // 4 KB for each idle connection instead of one more system call for each request.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewayOptions>>((server, gateway) =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = gateway.Value.MaxRequestBodyBytes;
            server.Limits.MaxRequestLineSize = MaxRequestLineBytes;
            server.Limits.MaxRequestHeadersTotalSize = MaxRequestHeadersBytes;
            // Byte for byte: what a header means is between the caller and the resource.
            server.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            server.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        });
    }
}
