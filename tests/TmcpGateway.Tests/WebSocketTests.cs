using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

public sealed class WebSocketTests
{
    private static readonly CancellationToken Limit = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    [Theory]
    [InlineData(5, WebSocketMessageType.Text)]
    [InlineData(200_000, WebSocketMessageType.Binary)]
    public async Task Messages_pass_both_ways(int size, WebSocketMessageType type)
    {
        await using var hub = await Upstream.StartAsync(EchoAsync);
        await using var gateway = await TestGateway.StartAsync($"/hub hub {hub.Address} keep");
        using var socket = await ConnectAsync(gateway, "/hub/@vite/client?token=a%2Fb");
        var message = Encoding.ASCII.GetBytes(new string('m', size));

        for (var round = 0; round < 3; round++)
        {
            await socket.SendAsync(message, type, endOfMessage: true, Limit);
            var (received, receivedType) = await ReceiveAsync(socket);
            Assert.Equal(type, receivedType);
            Assert.Equal(message, received);
        }

        Assert.Equal(["/hub/@vite/client?token=a%2Fb"], hub.Targets);
        Assert.Equal("vite-hmr", socket.SubProtocol);
    }

    [Fact]
    public async Task A_close_of_the_client_reaches_the_resource_with_code_and_reason()
    {
        var closed = new TaskCompletionSource<(WebSocketCloseStatus?, string?)>();
        await using var hub = await Upstream.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("vite-hmr");
            await socket.ReceiveAsync(new byte[10], Limit);
            closed.SetResult((socket.CloseStatus, socket.CloseStatusDescription));
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", Limit);
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {hub.Address}");
        using var socket = await ConnectAsync(gateway, "/");

        await socket.CloseAsync((WebSocketCloseStatus)4001, "tab closed", Limit);

        Assert.Equal(((WebSocketCloseStatus?)4001, "tab closed"), await closed.Task.WaitAsync(Limit));
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "bye"), (socket.CloseStatus, socket.CloseStatusDescription));
    }

    [Fact]
    public async Task A_close_of_the_resource_reaches_the_client_with_code_and_reason()
    {
        await using var hub = await Upstream.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("vite-hmr");
            await socket.SendAsync("last words"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Limit);
            await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "restart", Limit);
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {hub.Address}");
        using var socket = await ConnectAsync(gateway, "/");

        var (message, _) = await ReceiveAsync(socket);
        var end = await socket.ReceiveAsync(new byte[10], Limit);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Limit);

        Assert.Equal("last words", Encoding.ASCII.GetString(message));
        Assert.Equal((WebSocketCloseStatus.EndpointUnavailable, "restart"), (end.CloseStatus, end.CloseStatusDescription));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_side_that_breaks_off_ends_the_other_one(bool resourceBreaks)
    {
        var ended = new TaskCompletionSource();
        var received = new TaskCompletionSource();
        await using var hub = await Upstream.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("vite-hmr");
            await socket.SendAsync("ready"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Limit);
            await received.Task;
            if (resourceBreaks)
            {
                context.Abort();
                return;
            }

            await Assert.ThrowsAnyAsync<Exception>(async () => await socket.ReceiveAsync(new byte[10], Limit));
            ended.SetResult();
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {hub.Address}");
        using var socket = await ConnectAsync(gateway, "/");
        await socket.ReceiveAsync(new byte[10], Limit);
        received.SetResult();
        if (resourceBreaks)
        {
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync(new byte[10], Limit));
            return;
        }

        socket.Abort();
        await ended.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_resource_that_takes_no_WebSocket_answers_in_plain_HTTP()
    {
        await using var blog = await Upstream.StartAsync(context => Results.Text("no sockets here", statusCode: 426).ExecuteAsync(context));
        await using var gateway = await TestGateway.StartAsync($"/ blog {blog.Address}");

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(gateway, "/"));

        Assert.Contains("426", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_of_the_gateway_ends_open_sockets()
    {
        await using var hub = await Upstream.StartAsync(EchoAsync);
        await using var gateway = await TestGateway.StartAsync($"/ blog {hub.Address}");
        using var socket = await ConnectAsync(gateway, "/");

        gateway.RequestStop();

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync(new byte[10], Limit));
    }

    [Theory]
    [InlineData("h2c")]
    [InlineData("websocket, h2c")]
    [InlineData("TLS/1.0")]
    public async Task Another_protocol_is_not_tunnelled(string protocol)
    {
        await using var resource = RawUpstream.Answering("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nsmuggled");
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, $"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: {protocol}\r\n\r\n");

        Assert.DoesNotContain("smuggled", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("101", answer.Split('\r')[0], StringComparison.Ordinal);
    }

    private static async Task<ClientWebSocket> ConnectAsync(TestGateway gateway, string target)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("vite-hmr");
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri($"ws://{gateway.Address.Authority}{target}"), Limit);
        return socket;
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("vite-hmr");
        var buffer = new byte[8192];
        try
        {
            while (await socket.ReceiveAsync(buffer, Limit) is { MessageType: not WebSocketMessageType.Close } part)
                await socket.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, Limit);
        }
        catch (WebSocketException)
        {
            // The client left without a word.
        }
    }

    private static async Task<(byte[] Message, WebSocketMessageType Type)> ReceiveAsync(WebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, Limit);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return (message.ToArray(), part.MessageType);
        }
    }
}
