using System.Security.Cryptography;
using System.Text;

namespace TmcpEmulators.Ollama.Catalog;

/// <summary>A model in the list. Nothing of it is on disk; its figures say so.</summary>
internal sealed record InstalledModel(string Name, DateTimeOffset ModifiedAt)
{
    /// <summary>Bytes that a pull reports: one small layer, because there is nothing to fetch.</summary>
    public const long Size = 4096;

    /// <summary>SHA-256 of the name, as 64 hexadecimal digits: stable over restarts, like a real digest.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)));
}
