using Microsoft.AspNetCore.Http;
using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

public sealed class StreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Headers_and_every_event_arrive_before_the_next_one_is_made()
    {
        using var read = new SemaphoreSlim(0);
        await using var agent = await Upstream.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.Body.FlushAsync();
            for (var number = 1; number <= 3; number++)
            {
                await read.WaitAsync(Limit);
                await context.Response.WriteAsync($"data: {number}\n\n");
            }
        });
        await using var gateway = await TestGateway.StartAsync($"/api/agent agent {agent.Address}");

        using var answer = await gateway.Client.GetAsync("/api/agent/chat", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        for (var number = 1; number <= 3; number++)
        {
            read.Release();
            Assert.Equal($"data: {number}", await lines.ReadLineAsync());
            Assert.Equal("", await lines.ReadLineAsync());
        }

        Assert.Null(await lines.ReadLineAsync());
    }

    [Fact]
    public async Task An_upload_arrives_piece_by_piece()
    {
        using var arrived = new SemaphoreSlim(0);
        await using var resource = await Upstream.StartAsync(async context =>
        {
            var buffer = new byte[100];
            while (await context.Request.Body.ReadAsync(buffer) > 0)
                arrived.Release();
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"u8.ToArray());

        for (var piece = 0; piece < 3; piece++)
        {
            await stream.WriteAsync("5\r\nhello\r\n"u8.ToArray());
            Assert.True(await arrived.WaitAsync(Limit));
        }

        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 200", await RawUpstream.ReadHeadAsync(stream, CancellationToken.None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_leaves_ends_the_work_of_the_resource(bool afterHeaders)
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var agent = await Upstream.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => ended.TrySetResult());
            if (afterHeaders)
                await context.Response.Body.FlushAsync();
            started.TrySetResult();
            await ended.Task;
        });
        await using var gateway = await TestGateway.StartAsync($"/api/agent agent {agent.Address}");
        using var leave = new CancellationTokenSource();

        var asking = gateway.Client.GetAsync("/api/agent/chat", HttpCompletionOption.ResponseHeadersRead, leave.Token);
        await started.Task.WaitAsync(Limit);
        if (afterHeaders)
            (await asking).Dispose();
        await leave.CancelAsync();

        await ended.Task.WaitAsync(Limit);
        if (!afterHeaders)
            await Assert.ThrowsAsync<TaskCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_of_an_upload_ends_it_at_the_resource()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource<Exception?>();
        await using var resource = await Upstream.StartAsync(async context =>
        {
            try
            {
                await context.Request.Body.ReadExactlyAsync(new byte[4]);
                started.SetResult();
                await context.Request.Body.CopyToAsync(Stream.Null);
                ended.TrySetResult(null);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException)
            {
                ended.TrySetResult(failure);
            }
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
            await client.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\npart"u8.ToArray());
            await started.Task.WaitAsync(Limit);
        }

        Assert.NotNull(await ended.Task.WaitAsync(Limit));
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\npart of it")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\na\r\npart of it\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\na\r\npart of it\r\nZZ\r\n")]
    public async Task A_resource_that_breaks_off_is_not_taken_for_one_that_ended(string rest)
    {
        await using var resource = RawUpstream.Answering($"HTTP/1.1 200 OK\r\n{rest}");
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        await Assert.ThrowsAsync<HttpRequestException>(() => gateway.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task A_slow_reader_slows_the_resource_down_instead_of_filling_memory()
    {
        const long size = 256L * 1024 * 1024;
        var sent = 0L;
        var full = new TaskCompletionSource();
        await using var resource = await Upstream.StartAsync(async context =>
        {
            context.Response.ContentLength = size;
            var piece = new byte[256 * 1024];
            while (sent < size)
            {
                var writing = context.Response.Body.WriteAsync(piece).AsTask();
                try
                {
                    await writing.WaitAsync(TimeSpan.FromSeconds(1));
                }
                catch (TimeoutException)
                {
                    // A write that hangs for a second hangs on the reader: everything in between is full.
                    full.TrySetResult();
                    await writing;
                }

                sent += piece.Length;
            }
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");
        using var answer = await gateway.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        var body = await answer.Content.ReadAsStreamAsync();

        await full.Task.WaitAsync(Limit);

        Assert.InRange(sent, 0, 64L * 1024 * 1024);
        var buffer = new byte[1024 * 1024];
        var received = 0L;
        for (int count; (count = await body.ReadAsync(buffer)) > 0;)
            received += count;
        Assert.Equal(size, received);
    }

    [Fact]
    public async Task A_stop_of_the_gateway_ends_open_streams_in_good_order()
    {
        await using var agent = await Upstream.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var gateway = await TestGateway.StartAsync($"/api/agent agent {agent.Address}");
        using var answer = await gateway.Client.GetAsync("/api/agent/chat", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await lines.ReadLineAsync();
        await lines.ReadLineAsync();

        gateway.RequestStop();

        Assert.Null(await lines.ReadLineAsync().WaitAsync(Limit));
    }
}
