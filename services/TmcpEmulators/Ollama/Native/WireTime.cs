namespace TmcpEmulators.Ollama.Native;

/// <summary>Times and durations as Ollama writes them.</summary>
internal static class WireTime
{
    /// <summary>RFC 3339 with microseconds, in UTC.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");

    public static long Nanoseconds(TimeSpan time) => (long)time.TotalNanoseconds;
}
