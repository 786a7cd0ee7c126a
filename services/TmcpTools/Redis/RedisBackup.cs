using Tmcp.Tools.Checks;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Redis;

/// <summary>One snapshot: taken, verified, stored; then older ones go.</summary>
internal sealed class RedisBackup(RedisAddress server, Retention target, TimeProvider clock, TextWriter output)
{
    internal static readonly BackupName Names = new("redis", ".rdb");

    internal Task RunAsync(CancellationToken cancellationToken) => target.StoreAsync(
        Names,
        clock.GetUtcNow(),
        async file =>
        {
            await RedisSnapshot.SaveAsync(server, file, cancellationToken);
            await RedisFile.VerifyAsync(file, cancellationToken);
        },
        output,
        cancellationToken);
}
