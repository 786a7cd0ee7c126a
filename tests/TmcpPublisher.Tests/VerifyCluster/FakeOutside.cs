using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tmcp.Publisher.Tests.VerifyCluster;

/// <summary>A listener in the place of the ingress controller: it answers each path with a status.</summary>
internal sealed class FakeOutside : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, HttpStatusCode> _answer;
    private readonly Task _work;

    internal FakeOutside(Func<string, HttpStatusCode> answer)
    {
        _answer = answer;
        _listener.Start();
        _work = ServeAsync();
    }

    internal string Url => $"http://{_listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);

                // GET /pb/api/health HTTP/1.1
                var path = (await reader.ReadLineAsync())!.Split(' ')[1];
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {(int)_answer(path)} Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
