using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tmcp.Tools.Stores;

/// <summary>
/// AWS Signature Version 4 in headers, <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html"/>:
/// 1. canonical request, 2. string to sign, 3. key of the day, region and service, 4. signature.
/// </summary>
internal static class S3Signature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Service = "s3";

    /// <summary>SHA-256 of an empty body.</summary>
    internal static readonly string EmptyBody = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>Adds the date, the hash of the body and the signature to a request with an absolute address.</summary>
    internal static void Sign(HttpRequestMessage request, S3Settings settings, string bodyHash, DateTimeOffset time)
    {
        var stamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = request.RequestUri!.Authority,
            ["x-amz-content-sha256"] = bodyHash,
            ["x-amz-date"] = stamp,
        };
        if (settings.SessionToken is not null)
            headers["x-amz-security-token"] = settings.SessionToken;

        var signed = string.Join(';', headers.Keys);
        var canonical = string.Join('\n',
            request.Method.Method,
            request.RequestUri.AbsolutePath,
            SortQuery(request.RequestUri.Query),
            string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n")),
            signed,
            bodyHash);
        var scope = $"{stamp[..8]}/{settings.Region}/{Service}/aws4_request";
        var text = string.Join('\n', Algorithm, stamp, scope, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var signature = Convert.ToHexStringLower(Hash(KeyOf(settings, stamp[..8]), text));

        foreach (var (name, value) in headers.Where(header => header.Key != "host"))
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"{Algorithm} Credential={settings.AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    /// <summary>Percent-encoding as the signature wants it: everything but letters, digits and <c>-_.~</c>.</summary>
    internal static string Encode(string text) => Uri.EscapeDataString(text);

    private static string SortQuery(string query) =>
        string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static byte[] KeyOf(S3Settings settings, string day) =>
        Hash(Hash(Hash(Hash(Encoding.UTF8.GetBytes($"AWS4{settings.SecretKey}"), day), settings.Region), Service), "aws4_request");

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
