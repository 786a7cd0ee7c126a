namespace Tmcp.Tools.Stores;

/// <summary>A store that keeps the newest backups. Nothing is deleted before a new one is safe.</summary>
internal sealed class Retention(IBackupStore store, int keep)
{
    private const string Partial = ".partial-";

    /// <summary>Has a backup made and checked, stores it, then deletes what is too old.</summary>
    /// <param name="name">Of the backups.</param>
    /// <param name="time">Of this one.</param>
    /// <param name="make">Writes the file and checks it; throws when it is not good.</param>
    /// <param name="output">What was done.</param>
    /// <param name="cancellationToken">Ends the job; what exists stays.</param>
    internal async Task StoreAsync(BackupName name, DateTimeOffset time, Func<string, Task> make, TextWriter output, CancellationToken cancellationToken)
    {
        SweepPartials(name);
        var saved = name.At(time);
        var file = Path.Combine(store.WorkFolder, $"{Partial}{saved}");
        try
        {
            await make(file);
            var size = new FileInfo(file).Length;
            await store.SaveAsync(saved, file, cancellationToken);
            await output.WriteLineAsync($"stored {store.Describe(saved)}, {size} bytes");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The backup '{saved}' could not be written to '{store.WorkFolder}': {reason.Message} Give it space and rights; older backups were kept.", reason);
        }
        finally
        {
            File.Delete(file);
        }

        await DeleteOldAsync(name, output, cancellationToken);
    }

    private async Task DeleteOldAsync(BackupName name, TextWriter output, CancellationToken cancellationToken)
    {
        var names = await store.ListAsync(name.Start, cancellationToken);
        foreach (var old in names.Where(name.Matches).OrderDescending(StringComparer.Ordinal).Skip(keep))
        {
            await store.DeleteAsync(old, cancellationToken);
            await output.WriteLineAsync($"deleted {store.Describe(old)}");
        }
    }

    // A run that was killed left its unfinished file; jobs of one kind never overlap.
    private void SweepPartials(BackupName name)
    {
        foreach (var file in Directory.EnumerateFiles(store.WorkFolder, $"{Partial}{name.Start}*"))
            File.Delete(file);
    }
}
