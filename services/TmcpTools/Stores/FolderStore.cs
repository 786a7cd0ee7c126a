namespace Tmcp.Tools.Stores;

/// <summary>Backups as files of a folder, such as a mounted volume.</summary>
internal sealed class FolderStore : IBackupStore
{
    /// <exception cref="ToolException">The folder cannot be made.</exception>
    internal FolderStore(string folder)
    {
        WorkFolder = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(WorkFolder);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The backup folder '{WorkFolder}' cannot be made: {reason.Message} Mount a volume there that this user may write to.", reason);
        }
    }

    public string WorkFolder { get; }

    public string Describe(string name) => Path.Combine(WorkFolder, name);

    public Task SaveAsync(string name, string file, CancellationToken cancellationToken)
    {
        File.Move(file, Describe(name), overwrite: false);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> ListAsync(string start, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        [.. Directory.EnumerateFiles(WorkFolder, $"{start}*").Select(file => Path.GetFileName(file))]);

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        File.Delete(Describe(name));
        return Task.CompletedTask;
    }
}
