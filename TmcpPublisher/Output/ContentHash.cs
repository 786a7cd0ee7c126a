using System.Security.Cryptography;
using System.Text;

namespace Tmcp.Publisher.Output;

/// <summary>Tells whether two texts are the same. A checkout with CRLF is the same text.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256 in lower case hex.</summary>
    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalize(text))));

    internal static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
