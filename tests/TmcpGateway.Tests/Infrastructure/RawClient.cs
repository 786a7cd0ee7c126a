using System.Net.Sockets;
using System.Text;

namespace Tmcp.Gateway.Tests.Infrastructure;

/// <summary>Sends bytes that no proper client would send.</summary>
internal static class RawClient
{
    /// <summary>Sends one text and returns all that comes until the gateway closes the connection.</summary>
    public static async Task<string> SendAsync(Uri gateway, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Host, gateway.Port, limit.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), limit.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // Reset: what came before counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
