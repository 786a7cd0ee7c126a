using System.Net;
using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace TmcpHosting.Tests.Dashboard;

public sealed class GrpcServerTests : IAsyncLifetime
{
    private const string Key = "0123456789abcdef";
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GrpcServer _server = null!;
    private GrpcTestClient _client = null!;

    public async Task InitializeAsync()
    {
        var methods = new Dictionary<string, GrpcMethod>
        {
            ["Echo"] = async call =>
            {
                while (await call.ReadAsync(UploadFileChunk.Parser) is { } chunk)
                    await call.WriteAsync(new UploadFileResponse { FileId = chunk.FileName });
            },
            ["Single"] = async call =>
            {
                var request = await call.ReadSingleAsync(ResourceCommandRequest.Parser);
                await call.WriteAsync(new ResourceCommandResponse { Message = request.CommandName });
            },
            ["Idle"] = async call =>
            {
                await call.StartAsync();
                try
                {
                    await Task.Delay(Timeout.Infinite, call.CancellationToken);
                }
                finally
                {
                    _cancelled.TrySetResult();
                }
            },
            ["Crowd"] = call => Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
                () => call.WriteAsync(new UploadFileResponse { FileId = new string((char)('a' + (i % 26)), i) })))),
            ["Late"] = async call =>
            {
                await call.WriteAsync(new UploadFileResponse());
                throw new GrpcException(GrpcStatus.NotFound, "đã mất: 100 %");
            },
            ["Broken"] = _ => throw new InvalidOperationException("the database password is hunter2"),
        };
        var service = new GrpcService("aspire.v1.DashboardService", Key, methods);
        _server = await GrpcServer.StartAsync(service, 0, NullLogger.Instance, CancellationToken.None);
        _client = new GrpcTestClient(_server.Address, Key);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void It_listens_on_the_loopback_interface_only() => Assert.Equal("127.0.0.1", _server.Address.Host);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdeF")]
    [InlineData("0123456789abcdef0")]
    public async Task A_call_without_the_right_key_is_refused(string? key)
    {
        using var stranger = new GrpcTestClient(_server.Address, key);
        using var call = await stranger.CallAsync("Single", new ResourceCommandRequest());

        var status = await call.StatusAsync();

        Assert.Equal(GrpcStatus.Unauthenticated, status.Status);
        Assert.True(status.TrailersOnly);
    }

    [Fact]
    public async Task An_unknown_method_is_answered_in_the_headers()
    {
        using var call = await _client.CallAsync("Guess", new ResourceCommandRequest());

        var status = await call.StatusAsync();

        Assert.Equal((GrpcStatus.Unimplemented, true), (status.Status, status.TrailersOnly));
        Assert.Contains("/aspire.v1.DashboardService/Guess", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_type_is_no_grpc_call()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address, "/aspire.v1.DashboardService/Single"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent("{}"),
        };

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Messages_arrive_whole_however_the_bytes_are_cut()
    {
        using var call = await _client.OpenAsync("Echo");
        byte[] bytes =
        [
            .. GrpcTestClient.Frame(new UploadFileChunk { FileName = "one" }),
            .. GrpcTestClient.Frame(new UploadFileChunk()),
            .. GrpcTestClient.Frame(new UploadFileChunk { FileName = "three" }),
        ];
        foreach (var single in bytes)
            await call.WriteAsync([single]);
        call.CompleteRequest();

        Assert.Equal("one", (await call.ReadAsync(UploadFileResponse.Parser))?.FileId);
        Assert.Equal("", (await call.ReadAsync(UploadFileResponse.Parser))?.FileId);
        Assert.Equal("three", (await call.ReadAsync(UploadFileResponse.Parser))?.FileId);
        Assert.Equal(GrpcStatus.Ok, (await call.StatusAsync()).Status);
    }

    [Fact]
    public async Task Answers_come_while_the_request_is_still_open()
    {
        using var call = await _client.OpenAsync("Echo");

        await call.WriteAsync(new UploadFileChunk { FileName = "first" });
        Assert.Equal("first", (await call.ReadAsync(UploadFileResponse.Parser))?.FileId);
        await call.WriteAsync(new UploadFileChunk { FileName = "second" });
        Assert.Equal("second", (await call.ReadAsync(UploadFileResponse.Parser))?.FileId);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, GrpcStatus.Unimplemented)]
    [InlineData(new byte[] { 9, 0, 0, 0, 0 }, GrpcStatus.Internal)]
    [InlineData(new byte[] { 0, 0x7F, 0, 0, 0 }, GrpcStatus.ResourceExhausted)]
    [InlineData(new byte[] { 0, 0, 0 }, GrpcStatus.Internal)]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 0xFF, 0xFF }, GrpcStatus.Internal)]
    [InlineData(new byte[0], GrpcStatus.Internal)]
    public async Task A_damaged_request_ends_its_call_and_nothing_else(byte[] body, object expected)
    {
        using var call = await _client.OpenAsync("Single");
        await call.WriteAsync(body);
        call.CompleteRequest();

        Assert.Equal(expected, (await call.StatusAsync()).Status);
        using var next = await _client.CallAsync("Single", new ResourceCommandRequest { CommandName = "start" });
        Assert.Equal("start", (await next.ReadAsync(ResourceCommandResponse.Parser))?.Message);
    }

    [Fact]
    public async Task Two_messages_are_too_many_for_a_call_that_takes_one()
    {
        using var call = await _client.CallAsync("Single", new ResourceCommandRequest(), new ResourceCommandRequest());

        Assert.Equal(GrpcStatus.Internal, (await call.StatusAsync()).Status);
    }

    [Fact]
    public async Task Messages_of_several_tasks_do_not_mix()
    {
        using var call = await _client.CallAsync("Crowd");
        var lengths = new List<int>();
        while (await call.ReadAsync(UploadFileResponse.Parser) is { } message)
        {
            Assert.True(message.FileId.Distinct().Count() <= 1);
            lengths.Add(message.FileId.Length);
        }

        Assert.Equal(Enumerable.Range(0, 200), lengths.Order());
    }

    [Fact]
    public async Task A_status_after_messages_comes_in_trailers_with_its_text_encoded()
    {
        using var call = await _client.CallAsync("Late");
        Assert.NotNull(await call.ReadAsync(UploadFileResponse.Parser));

        Assert.Equal(new GrpcTestStatus(GrpcStatus.NotFound, "đã mất: 100 %", TrailersOnly: false), await call.StatusAsync());
    }

    [Fact]
    public async Task An_exception_ends_the_call_without_telling_its_text()
    {
        using var call = await _client.CallAsync("Broken");

        var status = await call.StatusAsync();

        Assert.Equal(GrpcStatus.Internal, status.Status);
        Assert.DoesNotContain("hunter2", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_call()
    {
        var call = await _client.CallAsync("Idle");
        call.Dispose();

        await _cancelled.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Stopping_ends_open_and_new_calls_as_unavailable()
    {
        using var open = await _client.CallAsync("Idle");

        _server.BeginStop();

        Assert.Equal(GrpcStatus.Unavailable, (await open.StatusAsync()).Status);
        using var late = await _client.CallAsync("Single", new ResourceCommandRequest());
        Assert.Equal(GrpcStatus.Unavailable, (await late.StatusAsync()).Status);
    }
}
