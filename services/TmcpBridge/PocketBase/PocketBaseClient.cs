using System.Buffers;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.PocketBase;

/// <summary>HTTP to PocketBase over one connection pool. Timeouts, and retries of what is idempotent, come from the client's pipeline.</summary>
internal sealed class PocketBaseClient(IHttpClientFactory clients, IOptions<PocketBaseOptions> options) : IDisposable
{
    public const string ClientName = "pocketbase";

    // 32 MiB: a page of 1000 records of 32 KiB. More is refused, so that no caller can fill the memory.
    internal const int MaxBodyBytes = 32 * 1_024 * 1_024;

    private const int InitialBufferBytes = 16 * 1_024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client = clients.CreateClient(ClientName);
    private readonly string _base = options.Value.Url.AbsoluteUri.TrimEnd('/');

    public Task<PocketBaseAnswer> GetAsync(string pathAndQuery, string? token, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, pathAndQuery, content: null, token, cancellationToken);

    public Task<PocketBaseAnswer> PostAsync(string path, byte[]? content, string? token, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, content, token, cancellationToken);

    public async Task<PocketBaseAnswer> SendAsync(HttpMethod method, string pathAndQuery, byte[]? content, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_base + pathAndQuery));
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        if (content is not null)
            request.Content = new ByteArrayContent(content) { Headers = { ContentType = Json } };

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var (buffer, length) = await ReadAsync(response.Content, cancellationToken);
        return new PocketBaseAnswer((int)response.StatusCode, buffer, length);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<(byte[] Buffer, int Length)> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var expected = content.Headers.ContentLength ?? 0;
        // One byte more than announced, so that the end is seen without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected + 1, InitialBufferBytes, MaxBodyBytes));
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0)
                    return (buffer, length);
                length += read;
                if (length > MaxBodyBytes)
                    throw new CallFailedException($"PocketBase's answer is larger than {MaxBodyBytes / 1_048_576} MiB. Ask for fewer records with per_page, or fewer fields with fields.");
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
