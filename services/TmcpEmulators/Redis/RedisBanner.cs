namespace TmcpEmulators.Redis;

/// <summary>What a person who starts the emulator by hand sees first.</summary>
internal static class RedisBanner
{
    public static void Write(TextWriter output, RedisSettings settings, int port)
    {
        output.WriteLine($"This is TMCP's emulator of Redis {RedisSettings.Version}: RESP2, no scripts, no replication, no cluster.");
        output.WriteLine($"  listening  {settings.Bind}:{port}");
        output.WriteLine($"  password   {(settings.Password is null ? "none" : "required")}");
        output.WriteLine($"  data       {(settings.DataFolder is { } folder ? $"{folder} (appendfsync {FsyncNames.Of(settings.Fsync)})" : "in memory only")}");
        output.WriteLine($"  try        redis-cli -p {port} info server");
    }
}
