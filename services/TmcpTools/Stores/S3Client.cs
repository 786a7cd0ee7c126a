using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Tmcp.Tools.Stores;

/// <summary>The four requests to a bucket that backups need.</summary>
internal sealed class S3Client(S3Settings settings, TimeProvider clock)
{
    // One PUT holds 5 GiB at most; more would need a multipart upload.
    private const long MostBytes = 5L * 1024 * 1024 * 1024;

    private const string Remedy = "Check S3_ENDPOINT, AWS_REGION, the keys and what they may do in the bucket; older backups were kept.";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(30) };

    /// <summary>For messages.</summary>
    internal string Describe(string key) => $"s3://{settings.Bucket}/{key}";

    /// <summary>Stores a file; the server checks its SHA-256.</summary>
    internal async Task PutAsync(string key, string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        if (content.Length > MostBytes)
            throw new ToolException($"'{Describe(key)}' has {content.Length} bytes, and one upload takes {MostBytes}. Store the backup in a folder with --to.");

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        using var request = new HttpRequestMessage(HttpMethod.Put, AddressOf(key)) { Content = new StreamContent(content) };
        request.Content.Headers.ContentLength = content.Length;
        using var answer = await SendAsync(request, hash, $"'{Describe(key)}' could not be stored", cancellationToken);
        using var head = new HttpRequestMessage(HttpMethod.Head, AddressOf(key));
        using var stored = await SendAsync(head, S3Signature.EmptyBody, $"'{Describe(key)}' could not be found again", cancellationToken);
        if (stored.Content.Headers.ContentLength != content.Length)
            throw new ToolException($"'{Describe(key)}' has {stored.Content.Headers.ContentLength} bytes instead of {content.Length}. Run the backup again; older backups were kept.");
    }

    /// <summary>Writes an object into a file.</summary>
    internal async Task GetAsync(string key, string file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(key));
        using var answer = await SendAsync(request, S3Signature.EmptyBody, $"'{Describe(key)}' could not be read", cancellationToken);
        await using var target = File.Create(file);
        await answer.Content.CopyToAsync(target, cancellationToken);
    }

    internal async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, AddressOf(key));
        using var answer = await SendAsync(request, S3Signature.EmptyBody, $"'{Describe(key)}' could not be deleted", cancellationToken, HttpStatusCode.NotFound);
    }

    /// <summary>Keys that begin with a prefix.</summary>
    internal async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        string? next = null;
        do
        {
            var from = next is null ? "" : $"continuation-token={S3Signature.Encode(next)}&";
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Root}?{from}list-type=2&prefix={S3Signature.Encode(prefix)}"));
            using var answer = await SendAsync(request, S3Signature.EmptyBody, $"'{Describe(prefix)}*' could not be listed", cancellationToken);
            var list = XDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).Root!;
            var space = list.Name.Namespace;
            keys.AddRange(list.Elements(space + "Contents").Select(item => item.Element(space + "Key")!.Value));
            next = list.Element(space + "IsTruncated")?.Value == "true" ? list.Element(space + "NextContinuationToken")?.Value : null;
        }
        while (next is not null);
        return keys;
    }

    private string Root => $"{settings.Endpoint.AbsoluteUri.TrimEnd('/')}/{S3Signature.Encode(settings.Bucket)}";

    private Uri AddressOf(string key) => new($"{Root}/{string.Join('/', key.Split('/').Select(S3Signature.Encode))}");

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, string bodyHash, string purpose, CancellationToken cancellationToken, params HttpStatusCode[] accepted)
    {
        S3Signature.Sign(request, settings, bodyHash, clock.GetUtcNow());
        return Http.AskAsync(request, purpose, Remedy, cancellationToken, accepted);
    }
}
