using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Tmcp.Agent.Bridge;

/// <summary>Opens MCP sessions with the bridge.</summary>
internal sealed class McpConnector(
    IHttpClientFactory clients, IOptions<BridgeOptions> options, TimeProvider clock, ILogger<McpConnector> logger)
{
    public const string HttpClientName = "bridge";

    /// <summary>Connects, trying again with growing pauses.</summary>
    /// <exception cref="BridgeException">No attempt succeeded.</exception>
    public async Task<McpClient> ConnectAsync(int attempts, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var delay = settings.ConnectDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var client = await ConnectOnceAsync(cancellationToken);
                Log.BridgeConnected(logger, settings.Url, client.NegotiatedProtocolVersion ?? "unknown", attempt);
                return client;
            }
            catch (Exception exception) when (IsConnectFailure(exception) && !cancellationToken.IsCancellationRequested)
            {
                if (attempt >= attempts)
                {
                    throw new BridgeException(
                        $"The MCP bridge at {settings.Url} cannot be reached. Start it or see its log, then send the message again.", exception);
                }

                // The last failure is told by who called: a health check asks every few seconds.
                Log.BridgeConnectFailed(logger, settings.Url, attempt, attempts, exception.GetType().Name);
            }

            await Task.Delay(delay, clock, cancellationToken);
            delay *= 2;
        }
    }

    private async Task<McpClient> ConnectOnceAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var timeout = new CancellationTokenSource(settings.ConnectTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);

        // Without the SDK's logging: at level Trace it writes whole messages, and those carry the callers' tokens.
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = settings.Url,
                Name = "bridge",
                TransportMode = McpPathAttribute.TransportOf(settings.Url) ?? HttpTransportMode.AutoDetect,
                ConnectionTimeout = settings.ConnectTimeout,
                EnableStandaloneGetStream = false,
                MaxReconnectionAttempts = 1,
            },
            clients.CreateClient(HttpClientName), NullLoggerFactory.Instance, ownsHttpClient: true);
        return await McpClient.CreateAsync(
            transport,
            new McpClientOptions
            {
                ClientInfo = new Implementation { Name = "tmcp-agent", Version = "1" },
                InitializationTimeout = settings.ConnectTimeout,
                DiscoverProbeTimeout = settings.ConnectTimeout / 2,
            },
            NullLoggerFactory.Instance, either.Token);
    }

    // Anything the network or a broken answer can cause.
    private static bool IsConnectFailure(Exception exception) =>
        exception is HttpRequestException or IOException or McpException or TimeoutException or OperationCanceledException
            or InvalidOperationException or JsonException;
}
