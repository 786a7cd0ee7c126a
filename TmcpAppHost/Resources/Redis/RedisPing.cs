using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.AppHost.Redis;

/// <summary>Healthy when the server takes the password and answers <c>PING</c>.</summary>
internal sealed class RedisPing(EndpointReference endpoint, ParameterResource password) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!endpoint.IsAllocated)
            return HealthCheckResult.Unhealthy($"'{endpoint.Resource.Name}' has no address yet.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(endpoint.Host, endpoint.Port, limit.Token);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            var secret = await password.GetValueAsync(limit.Token) ?? "";
            // Both at once (https://redis.io/docs/latest/develop/reference/protocol-spec): "+OK" and "+PONG".
            var request = Encoding.UTF8.GetBytes($"*2\r\n$4\r\nAUTH\r\n${Encoding.UTF8.GetByteCount(secret)}\r\n{secret}\r\n*1\r\n$4\r\nPING\r\n");
            await client.GetStream().WriteAsync(request, limit.Token);
            var authenticated = await reader.ReadLineAsync(limit.Token);
            if (authenticated != "+OK")
                return HealthCheckResult.Unhealthy($"Redis refuses the password of parameter '{password.Name}': {authenticated}");
            var answer = await reader.ReadLineAsync(limit.Token);
            return answer == "+PONG" ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Redis answered PING with '{answer}'.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"Redis did not answer within {Limit.TotalSeconds:0} s.");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return HealthCheckResult.Unhealthy($"Redis cannot be reached: {exception.Message}");
        }
    }
}
