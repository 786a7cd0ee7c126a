using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Tmcp.Agent.Generation.Context;

/// <summary>Ids of PocketBase's form: 15 letters and digits.</summary>
internal static class RecordId
{
    private const string Signs = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 15;

    public static string Random() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>Always the same id for the same parts: whoever makes the record again finds it there. 77 bits of a SHA-256.</summary>
    public static string For(params ReadOnlySpan<string> parts)
    {
        // Lengths in front, so that "a","bc" and "ab","c" differ.
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Length).Append(':').Append(part);

        var number = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), isUnsigned: true);
        return string.Create(Length, number, static (id, rest) =>
        {
            for (var index = 0; index < id.Length; index++)
            {
                rest = BigInteger.DivRem(rest, Signs.Length, out var sign);
                id[index] = Signs[(int)sign];
            }
        });
    }
}
