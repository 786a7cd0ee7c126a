using System.Globalization;
using Tmcp.Tools.Checks;

namespace Tmcp.Tools.PocketBase;

/// <summary>
/// Replaces a server's data by an archive: 1. verify the archive, 2. upload it, 3. have it restored, 4. wait until the server has started anew,
/// 5. compare what it holds with the archive.
/// </summary>
internal sealed class PocketBaseRestore(Uri address, Credentials credentials, TimeProvider clock, TextWriter output)
{
    // A restore unpacks the archive and moves folders: minutes for gigabytes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    // Between two questions whether the server is back; a start takes about a second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    internal async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        var content = await BackupArchive.VerifyAsync(file, cancellationToken);
        await output.WriteLineAsync($"verified {content}");
        var key = $"tmcp-restore-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}.zip";
        using (var before = await PocketBaseAdmin.SignInAsync(address, credentials, cancellationToken))
        {
            await before.UploadAsync(key, file, cancellationToken);
            await output.WriteLineAsync($"uploaded as {key}, restoring");
            await RestoreAsync(before, key, cancellationToken);
        }

        using var after = await SignInAgainAsync(cancellationToken);
        await CompareAsync(after, content, cancellationToken);
        await after.DeleteBackupAsync(key, cancellationToken);
        await output.WriteLineAsync($"restored {file}");
    }

    private async Task RestoreAsync(PocketBaseAdmin pocketbase, string key, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // Opened before: the server answers at once and does the work later. Its events end when it does.
            using (var events = await pocketbase.OpenEventsAsync(limit.Token))
            {
                await pocketbase.RestoreAsync(key, limit.Token);
                await ReadToEndAsync(events, limit.Token);
            }

            while (!await pocketbase.IsIdleAsync(limit.Token))
                await Task.Delay(Pause, clock, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                $"PocketBase at {address} did not come back within {Limit.TotalMinutes} min of the restore of '{key}'. See its log; the data before it is "
                + "in the volume until the restore is over, and the archive is unchanged.");
        }
    }

    private static async Task ReadToEndAsync(HttpResponseMessage events, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await events.Content.ReadAsStreamAsync(cancellationToken);
            await stream.CopyToAsync(Stream.Null, cancellationToken);
        }
        catch (Exception reason) when (reason is IOException or HttpRequestException)
        {
            // The way in which the events of a process that ends may end.
        }
    }

    private async Task<PocketBaseAdmin> SignInAgainAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PocketBaseAdmin.SignInAsync(address, credentials, cancellationToken);
        }
        catch (ToolException reason)
        {
            throw new ToolException(
                $"The data was restored, but '{credentials}' cannot sign in to it: the archive has no such superuser, or another password. "
                + "Run 'pocketbase superuser upsert' in the pod (docs/runbooks/migrate.md, step 7), and look at the data.",
                reason);
        }
    }

    private async Task CompareAsync(PocketBaseAdmin pocketbase, ArchiveContent content, CancellationToken cancellationToken)
    {
        if (content.Rows is not { } rows)
            return;

        long total = 0;
        var collections = (await pocketbase.ListCollectionsAsync(cancellationToken)).Where(rows.ContainsKey).ToArray();
        foreach (var collection in collections)
        {
            var count = await pocketbase.CountAsync(collection, cancellationToken);
            // People may write already; fewer than the archive has is a loss.
            if (count < rows[collection])
            {
                throw new ToolException(
                    $"The restore is not complete: '{collection}' has {count} records, the archive {rows[collection]}. See PocketBase's log, then restore again.");
            }

            total += count;
        }

        await output.WriteLineAsync($"compared {total} records of {collections.Length} collections");
    }
}
