using System.Buffers;
using Microsoft.AspNetCore.Connections;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Server;

/// <summary>One connection: reads requests, runs them in batches, sends replies.</summary>
internal sealed partial class Session(RedisServer server, ConnectionContext connection, ILogger logger) : IClientLink, IDisposable
{
    // A pipelining client holds the gate for so many commands at most.
    private const int BatchSize = 256;

    private readonly Queue<byte[][]> _requests = new();
    private readonly SemaphoreSlim _sending = new(1);
    private ReplyBuffer _sent = new();
    private Client? _client;
    private int _flushRequested;

    public async Task RunAsync(CancellationToken stopping)
    {
        if (Connect() is not { } client)
        {
            await connection.Transport.Output.WriteAsync("-ERR max number of clients reached\r\n"u8.ToArray(), CancellationToken.None);
            return;
        }

        await using var stop = stopping.Register(Leave);
        await using var closed = connection.ConnectionClosed.Register(Release);
        try
        {
            await ReadAsync(client, stopping);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            ConnectionLost(logger, client.Id, exception.Message);
        }
        finally
        {
            lock (server.Gate)
                server.Disconnect(client);
        }
    }

    void IClientLink.RequestFlush()
    {
        if (_client!.Output.Length > server.Settings.MaxPendingReplyBytes)
            connection.Abort();
        else if (Interlocked.Exchange(ref _flushRequested, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static session => _ = session.FlushQuietlyAsync(), this, preferLocal: false);
    }

    // Not on this thread: aborting calls back into whoever waits for the connection.
    void IClientLink.Abort() => ThreadPool.UnsafeQueueUserWorkItem(static lost => lost.Abort(), connection, preferLocal: false);

    public void Dispose() => _sending.Dispose();

    private Client? Connect()
    {
        lock (server.Gate)
        {
            if (server.Clients.Count >= server.Settings.MaxClients)
            {
                server.Statistics.Rejected++;
                return null;
            }

            return _client = server.Connect($"{connection.RemoteEndPoint}", $"{connection.LocalEndPoint}", this);
        }
    }

    private async Task ReadAsync(Client client, CancellationToken stopping)
    {
        var input = connection.Transport.Input;
        while (!client.IsClosing && !stopping.IsCancellationRequested)
        {
            var result = await input.ReadAsync(CancellationToken.None);
            var buffer = result.Buffer;
            string? refused;
            bool isFull;
            do
            {
                refused = Parse(ref buffer, client);
                isFull = _requests.Count == BatchSize;
                await RunAsync(client);
            }
            while (isFull && refused is null);

            input.AdvanceTo(buffer.Start, buffer.End);
            if (refused is not null)
                await RefuseAsync(client, refused);
            if (result.IsCompleted || result.IsCanceled || refused is not null)
                return;
        }
    }

    private string? Parse(ref ReadOnlySequence<byte> buffer, Client client)
    {
        try
        {
            while (_requests.Count < BatchSize && RequestParser.TryRead(ref buffer, client.IsTrusted, out var arguments))
            {
                if (arguments.Length > 0)
                    _requests.Enqueue(arguments);
            }

            return null;
        }
        catch (ProtocolError error)
        {
            return error.Message;
        }
    }

    private async Task RunAsync(Client client)
    {
        while (_requests.Count > 0 && !client.IsClosing)
        {
            lock (server.Gate)
            {
                while (client.Waiting is null && !client.IsClosing && _requests.TryDequeue(out var arguments))
                    server.Dispatcher.Execute(client, arguments);
            }

            await FlushAsync(client);
            if (client.Waiting is { } waiter)
                await waiter.Done.Task;
        }

        if (client.IsClosing)
            _requests.Clear();
        await FlushAsync(client);
    }

    private async Task RefuseAsync(Client client, string reason)
    {
        lock (server.Gate)
            client.Output.Error(reason);
        await FlushAsync(client);
    }

    private async Task FlushQuietlyAsync()
    {
        try
        {
            await FlushAsync(_client!);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or OperationCanceledException)
        {
            ConnectionLost(logger, _client!.Id, exception.Message); // The reading side ends the session.
        }
    }

    private async Task FlushAsync(Client client)
    {
        await _sending.WaitAsync();
        try
        {
            while (true)
            {
                long safeAfter;
                lock (server.Gate)
                {
                    _flushRequested = 0;
                    if (client.Output.Length == 0)
                        return;
                    (client.Output, _sent, safeAfter) = (_sent, client.Output, client.SafeAfter);
                }

                if (server.Log is { } log)
                    await log.EnsureAsync(safeAfter);
                await connection.Transport.Output.WriteAsync(_sent.Written, CancellationToken.None);
                _sent.Clear();
            }
        }
        catch (IOException)
        {
            // What could not be made safe must not be confirmed: the client finds the connection closed and does not know.
            connection.Abort();
            throw;
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Leave()
    {
        Release();
        connection.Transport.Input.CancelPendingRead();
    }

    private void Release()
    {
        lock (server.Gate)
            server.Waiters.Release(_client!);
    }

    [LoggerMessage(3106, LogLevel.Debug, "Client {Client} is gone: {Reason}")]
    private static partial void ConnectionLost(ILogger logger, long client, string reason);
}
