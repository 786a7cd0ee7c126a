namespace Tmcp.AppHost.Redis;

/// <summary>
/// The configuration file of <c>redis-server</c>. The password stands in it, readable by its owner only, because every user of the machine
/// can read a process's arguments. The port is an argument: the orchestrator chooses it only then.
/// </summary>
internal static class RedisConfiguration
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">Replaced when it exists.</param>
    /// <param name="data">Folder of the append-only file; made when it is missing.</param>
    /// <param name="password">Of letters and digits, or quoted by this method.</param>
    internal static async Task WriteAsync(string path, string data, string password, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(
            $"""
            bind 127.0.0.1
            dir {Quote(data)}
            appendonly yes
            appendfsync everysec
            save ""
            maxmemory 256mb
            maxmemory-policy noeviction
            requirepass {Quote(password)}

            """.AsMemory(),
            cancellationToken);
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
