using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.Tools.Tests.Stores;

/// <summary>
/// A bucket that trusts nobody: it computes each request's signature from what arrived on the wire, by its own reading of Signature
/// Version 4, and refuses what does not fit. Lists come in pages of two.
/// </summary>
internal sealed class BucketServer : IAsyncDisposable
{
    public const string AccessKey = "AKTEST";
    public const string SecretKey = "secret/key+of the test";
    public const string Region = "eu-test-1";
    public const string Bucket = "backups";

    private const int PageSize = 2;

    private LocalServer _server = null!;

    public Uri Address => _server.Address;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>Methods and targets of all requests with a right signature.</summary>
    public ConcurrentQueue<string> Accepted { get; } = new();

    /// <summary>Whether uploads are refused, as a full or read-only bucket does.</summary>
    public bool RefusesUploads { get; set; }

    public static async Task<BucketServer> StartAsync()
    {
        var bucket = new BucketServer();
        bucket._server = await LocalServer.AnswerAsync(bucket.HandleAsync);
        return bucket;
    }

    public Dictionary<string, string> Environment => new()
    {
        ["S3_ENDPOINT"] = Address.ToString(),
        ["AWS_REGION"] = Region,
        ["AWS_ACCESS_KEY_ID"] = AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = LocalServer.RawTarget(context);
        if (!IsSigned(context.Request, target, body.ToArray()))
        {
            await FailAsync(context, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
            return;
        }

        Accepted.Enqueue($"{context.Request.Method} {target}");
        var key = Uri.UnescapeDataString(target.Split('?')[0])[$"/{Bucket}".Length..].TrimStart('/');
        switch (context.Request.Method)
        {
            case "GET" when key.Length == 0:
                await ListAsync(context);
                break;
            case "PUT" when RefusesUploads:
                await FailAsync(context, HttpStatusCode.ServiceUnavailable, "SlowDown");
                break;
            case "PUT":
                Objects[key] = body.ToArray();
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                context.Response.StatusCode = (int)HttpStatusCode.NoContent;
                break;
            case var method when Objects.TryGetValue(key, out var content):
                context.Response.ContentLength = content.Length;
                if (method == "GET")
                    await context.Response.Body.WriteAsync(content);
                break;
            default:
                await FailAsync(context, HttpStatusCode.NotFound, "NoSuchKey");
                break;
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var all = Objects.Keys.Where(key => key.StartsWith(query["prefix"]!, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var start = int.TryParse(query["continuation-token"].ToString().TrimEnd('=', '+', '/'), out var token) ? token : 0;
        var more = start + PageSize < all.Length;
        var xml = new StringBuilder("""<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">""");
        foreach (var key in all.Skip(start).Take(PageSize))
            xml.Append($"<Contents><Key>{WebUtility.HtmlEncode(key)}</Key></Contents>");
        xml.Append(more ? $"<IsTruncated>true</IsTruncated><NextContinuationToken>{start + PageSize}+/=</NextContinuationToken>" : "<IsTruncated>false</IsTruncated>");
        return context.Response.WriteAsync(xml.Append("</ListBucketResult>").ToString());
    }

    private static Task FailAsync(HttpContext context, HttpStatusCode status, string code)
    {
        context.Response.StatusCode = (int)status;
        return context.Response.WriteAsync($"<Error><Code>{code}</Code></Error>");
    }

    // Authorization: AWS4-HMAC-SHA256 Credential=<key>/<day>/<region>/s3/aws4_request, SignedHeaders=<a;b>, Signature=<hex>
    private static bool IsSigned(HttpRequest request, string target, byte[] body)
    {
        var parts = request.Headers.Authorization.ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["AWS4-HMAC-SHA256", var credential, var signedHeaders, var signature])
            return false;

        var scope = credential["Credential=".Length..].Split('/');
        var date = request.Headers["x-amz-date"].ToString();
        var hash = request.Headers["x-amz-content-sha256"].ToString();
        var names = signedHeaders["SignedHeaders=".Length..].Split(';');
        if (scope is not [AccessKey, var day, Region, "s3", "aws4_request"] || !date.StartsWith(day, StringComparison.Ordinal)
            || hash != Hex(SHA256.HashData(body)) || !names.Contains("host") || !names.Contains("x-amz-date") || !names.Contains("x-amz-content-sha256"))
        {
            return false;
        }

        var path = target.Split('?');
        var query = path.Length == 1 ? "" : string.Join('&', path[1].Split('&').OrderBy(pair => pair.Split('=')[0], StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{path[0]}\n{query}\n"
            + string.Concat(names.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"))
            + $"\n{string.Join(';', names)}\n{hash}";
        var text = $"AWS4-HMAC-SHA256\n{date}\n{day}/{Region}/s3/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = ((string[])[day, Region, "s3", "aws4_request"]).Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + SecretKey), (current, part) => HMACSHA256.HashData(current, Encoding.UTF8.GetBytes(part)));
        return signature == $"Signature={Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
