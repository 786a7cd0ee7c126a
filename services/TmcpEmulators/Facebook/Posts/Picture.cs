namespace TmcpEmulators.Facebook.Posts;

/// <summary>A picture that was uploaded.</summary>
internal sealed record Picture(byte[] Content, string ContentType)
{
    /// <summary>The largest that Facebook takes: 4 MB.</summary>
    public const int MaxBytes = 4_000_000;

    /// <summary>The kind of picture by its first bytes; null for what Facebook does not take, such as SVG or PDF.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => "image/tiff",
        _ => null,
    };
}
