using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Persistence;

/// <summary>Brings the data back at the start.</summary>
internal static partial class Restore
{
    /// <exception cref="InvalidDataException">The file is damaged before its end.</exception>
    public static async Task RunAsync(RedisServer server, ILogger logger)
    {
        if (server.Settings.DataFolder is not { } folder)
            return;
        var file = AppendFile.Open(folder);
        try
        {
            var replay = new Replay(server);
            await replay.RunAsync(file.Path);
            if (replay.SafeLength < file.Length)
            {
                TailDropped(logger, file.Length - replay.SafeLength, file.Path);
                file.Truncate(replay.SafeLength);
            }

            Loaded(logger, replay.CommandCount, file.Path);
            server.Log = new AppendLog(server, file, logger);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    [LoggerMessage(3104, LogLevel.Information, "{Commands} commands replayed from {File}.")]
    private static partial void Loaded(ILogger logger, long commands, string file);

    [LoggerMessage(3105, LogLevel.Warning, "The last {Bytes} bytes of {File} are an incomplete command, from a crash in the middle of a write. They were dropped.")]
    private static partial void TailDropped(ILogger logger, long bytes, string file);
}
