using System.Globalization;
using Tmcp.Tools.Checks;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.PocketBase;

/// <summary>
/// One backup: 1. the server makes it, 2. it is downloaded and verified, 3. stored, 4. older ones go. The copy on the server goes in any case.
/// </summary>
internal sealed class PocketBaseBackup(PocketBaseAdmin pocketbase, Retention target, TimeProvider clock, TextWriter output)
{
    internal static readonly BackupName Names = new("pocketbase", ".zip");

    private const string ServerPrefix = "tmcp-backup-";

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        await RemoveLeftoversAsync(cancellationToken);
        var time = clock.GetUtcNow();
        var key = $"{ServerPrefix}{time.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}.zip";
        await target.StoreAsync(Names, time, file => MakeAsync(key, file, cancellationToken), output, cancellationToken);
    }

    private async Task MakeAsync(string key, string file, CancellationToken cancellationToken)
    {
        await pocketbase.CreateBackupAsync(key, cancellationToken);
        try
        {
            await pocketbase.DownloadAsync(key, file, cancellationToken);
            var content = await BackupArchive.VerifyAsync(file, cancellationToken);
            await output.WriteLineAsync($"verified {content}");
        }
        finally
        {
            // Also when the job is being stopped: on the server it would fill the volume of the database.
            await pocketbase.DeleteBackupAsync(key, CancellationToken.None);
        }
    }

    // Of a run that was killed.
    private async Task RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        foreach (var backup in await pocketbase.ListBackupsAsync(cancellationToken))
        {
            if (backup.Key.StartsWith(ServerPrefix, StringComparison.Ordinal))
                await pocketbase.DeleteBackupAsync(backup.Key, cancellationToken);
        }
    }
}
