using System.Net;
using System.Net.Http.Headers;
using Aspire.Hosting.Dashboard.Grpc;
using Google.Protobuf;

namespace TmcpHosting.Tests.Dashboard;

/// <summary>A gRPC client of few lines: HTTP/2 with prior knowledge, frames by hand, as the dashboard's client sends them.</summary>
internal sealed class GrpcTestClient(Uri address, string? apiKey) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        BaseAddress = address,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>A call with the requests given, whose request side ends after them.</summary>
    public async Task<GrpcTestCall> CallAsync(string method, params IMessage[] requests)
    {
        var call = await OpenAsync(method);
        foreach (var request in requests)
            await call.WriteAsync(Frame(request));
        call.CompleteRequest();
        await call.HeadersAsync();
        return call;
    }

    /// <summary>A call whose request side the caller writes, byte by byte if it likes.</summary>
    public Task<GrpcTestCall> OpenAsync(string method)
    {
        var content = new StreamingContent();
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/aspire.v1.DashboardService/{method}")
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (apiKey is not null)
            request.Headers.Add(GrpcDispatcher.ApiKeyHeader, apiKey);

        var cancellation = new CancellationTokenSource();
        var response = _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation.Token);
        return Task.FromResult(new GrpcTestCall(content, response, cancellation));
    }

    public static byte[] Frame(IMessage message)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        GrpcFrame.Write(output, message);
        return output.WrittenSpan.ToArray();
    }

    public void Dispose() => _http.Dispose();
}
