using System.Net;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Tmcp.Agent.Bridge;

/// <summary>
/// The one MCP session that all chats share. It is opened by the first call, kept, and replaced after it died. It carries no identity:
/// every call brings its caller's token.
/// </summary>
internal sealed class BridgeConnection(McpConnector connector, IOptions<BridgeOptions> options, TimeProvider clock, ILogger<BridgeConnection> logger)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private McpClient? _client;

    /// <summary>Runs one call on the session, on a fresh one if the kept one turns out to be dead before the call could take effect.</summary>
    /// <param name="what">The call, for error texts.</param>
    /// <param name="repeatable">Whether the call may be sent again after it was perhaps carried out.</param>
    /// <param name="call">The call itself.</param>
    /// <param name="cancellationToken">Ends the call at the bridge too.</param>
    /// <exception cref="BridgeException">The bridge is gone, or did not answer in time.</exception>
    public async Task<T> CallAsync<T>(
        string what, bool repeatable, Func<McpClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var client = await GetAsync(options.Value.ConnectAttempts, cancellationToken);
            using var timeout = new CancellationTokenSource(options.Value.CallTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                return await call(client, either.Token);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                if (!await IsAliveAsync(client, cancellationToken))
                    await DropAsync(client);
                throw new BridgeException(
                    $"The MCP bridge at {options.Value.Url} did not answer {what} within {options.Value.CallTimeout.TotalSeconds:0.#} s. See its log, then send the message again.");
            }
            catch (HttpRequestException exception) when (exception.StatusCode is { } status and not HttpStatusCode.NotFound)
            {
                // An answer: the session lives, and others are using it.
                throw new BridgeException($"The MCP bridge at {options.Value.Url} answered {(int)status} to {what}. See its log.", exception);
            }
            catch (Exception exception) when (IsTransportFailure(exception) && !cancellationToken.IsCancellationRequested)
            {
                await DropAsync(client);
                Log.BridgeLost(logger, options.Value.Url, what, exception.GetType().Name);
                var harmless = repeatable || NeverArrived(exception);
                if (attempt > 1 || !harmless)
                    throw Gone(what, harmless, exception);
            }
        }
    }

    /// <summary>Connects if need be, in one attempt, and asks for a sign of life.</summary>
    /// <exception cref="BridgeException">There is none.</exception>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        await GetAsync(attempts: 1, cancellationToken);
        await CallAsync("the list of tools", repeatable: true, ListToolsAsync, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { } client)
            await client.DisposeAsync();
        _gate.Dispose();
    }

    private async Task<McpClient> GetAsync(int attempts, CancellationToken cancellationToken)
    {
        if (_client is { Completion.IsCompleted: false } kept)
            return kept;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_client is { Completion.IsCompleted: false } opened)
                return opened;

            if (_client is { } dead)
                await DropAsync(dead);

            // The session outlives this call: it must not inherit the caller's span, tenant or log scope.
            Task<McpClient> connecting;
            using (ExecutionContext.SuppressFlow())
                connecting = Task.Run(() => connector.ConnectAsync(attempts, cancellationToken), cancellationToken);
            return _client = await connecting;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<bool> ListToolsAsync(McpClient client, CancellationToken cancellationToken)
    {
        await client.ListToolsAsync(cancellationToken: cancellationToken);
        return true;
    }

    // A slow call is no dead session, and others may be using it; but a session whose other end vanished without a word answers nothing.
    private async Task<bool> IsAliveAsync(McpClient client, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.ConnectTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ListToolsAsync(client, either.Token);
        }
        catch (Exception exception) when (IsTransportFailure(exception))
        {
            return cancellationToken.IsCancellationRequested;
        }
    }

    private async Task DropAsync(McpClient client)
    {
        if (Interlocked.CompareExchange(ref _client, null, client) == client)
            await client.DisposeAsync();
    }

    private BridgeException Gone(string what, bool harmless, Exception exception) => new(
        $"The MCP bridge at {options.Value.Url} went away during {what}. "
        + (harmless
            ? "This call changed nothing. Start the bridge or see its log, then send the message again."
            : "Whether this call took effect is unknown: start the bridge, look at the records, and ask again if need be."),
        exception);

    // McpProtocolException is the bridge's own answer, so the bridge is alive.
    public static bool IsTransportFailure(Exception exception) => exception is not McpProtocolException
        && exception is HttpRequestException or IOException or InvalidOperationException or McpException or OperationCanceledException;

    // Refused, or answered by a new bridge that does not know the old session.
    private static bool NeverArrived(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
    }
    or HttpRequestException { StatusCode: HttpStatusCode.NotFound };
}
