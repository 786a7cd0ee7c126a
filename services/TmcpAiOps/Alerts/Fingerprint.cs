using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tmcp.AiOps.Alerts;

/// <summary>Turns names and values into a short stable key. Each part carries its length, so that no two sets run into the same bytes.</summary>
internal static class Fingerprint
{
    public static string Of(params IEnumerable<KeyValuePair<string, string>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
