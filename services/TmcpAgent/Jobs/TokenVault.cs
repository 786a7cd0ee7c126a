using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Jobs;

/// <summary>Encrypts callers' tokens with AES-256-GCM, each for one job of one user, so that Redis and its files hold none that can be read.</summary>
internal sealed class TokenVault(IOptions<JobOptions> options)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Rounds = 200_000;

    private readonly Lazy<byte[]?> _key = new(() => string.IsNullOrWhiteSpace(options.Value.Key)
        ? null
        : Rfc2898DeriveBytes.Pbkdf2(options.Value.Key, "tmcp agent jobs"u8, Rounds, HashAlgorithmName.SHA256, 32));

    /// <summary>Whether there is a key.</summary>
    public bool IsOpen => _key.Value is not null;

    /// <summary>Nonce, tag and cipher text.</summary>
    public byte[] Lock(string jobId, string userId, string token)
    {
        var text = Encoding.UTF8.GetBytes(token);
        var box = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key.Value!, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), text, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Belonging(jobId, userId));
        return box;
    }

    /// <summary>The token; null when it is another job's, or was locked with another key.</summary>
    public string? Unlock(string jobId, string userId, byte[] box)
    {
        if (_key.Value is not { } key || box.Length <= NonceBytes + TagBytes)
            return null;

        var text = new byte[box.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), text, Belonging(jobId, userId));
            return Encoding.UTF8.GetString(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Belonging(string jobId, string userId) => Encoding.UTF8.GetBytes($"{jobId}\n{userId}");
}
