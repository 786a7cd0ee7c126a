using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Redis;

/// <summary>Healthy when the server answers PING, after AUTH where there is a password.</summary>
internal sealed class RedisHealthCheck(RedisResource redis) : IHealthCheck
{
    /// <summary>How long one probe may take.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!redis.PrimaryEndpoint.IsAllocated)
            return Failure(context, $"'{redis.Name}' has no address yet.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_limit);
        var (host, port) = (redis.PrimaryEndpoint.Host, redis.PrimaryEndpoint.Port);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            if (redis.PasswordParameter is { } password
                && await AskAsync(stream, reader, limit.Token, "AUTH", await password.GetValueAsync(limit.Token).ConfigureAwait(false) ?? "").ConfigureAwait(false) is var answer
                && answer != "+OK")
                return Failure(context, $"Redis at {host}:{port} refused the password of parameter '{password.Name}': {answer} Its data folder may have been made with another one.");
            var pong = await AskAsync(stream, reader, limit.Token, "PING").ConfigureAwait(false);
            return pong == "+PONG" ? HealthCheckResult.Healthy($"PING {host}:{port} answered.") : Failure(context, $"Redis at {host}:{port} answered PING with: {pong}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure(context, $"Redis at {host}:{port} did not answer within {_limit.TotalSeconds:0} s.");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return Failure(context, $"Redis at {host}:{port} cannot be reached: {exception.Message}", exception);
        }
    }

    // RESP: *2\r\n$4\r\nAUTH\r\n$6\r\nsecret\r\n; a simple answer is one line, +PONG\r\n or -ERR …\r\n.
    private static async Task<string> AskAsync(NetworkStream stream, StreamReader reader, CancellationToken cancellationToken, params string[] command)
    {
        var text = $"*{command.Length}\r\n" + string.Concat(command.Select(part => $"${Encoding.UTF8.GetByteCount(part)}\r\n{part}\r\n"));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? "nothing";
    }

    private static HealthCheckResult Failure(HealthCheckContext context, string description, Exception? exception = null) =>
        new(context.Registration.FailureStatus, description, exception);
}
