namespace Tmcp.Tools.Stores;

/// <summary>Backups as objects of a bucket.</summary>
internal sealed class S3Store(S3Client client, string prefix, string workFolder) : IBackupStore
{
    public string WorkFolder { get; } = Path.GetFullPath(workFolder);

    public string Describe(string name) => client.Describe(prefix + name);

    public Task SaveAsync(string name, string file, CancellationToken cancellationToken) => client.PutAsync(prefix + name, file, cancellationToken);

    public async Task<IReadOnlyList<string>> ListAsync(string start, CancellationToken cancellationToken) =>
        [.. (await client.ListAsync(prefix + start, cancellationToken)).Select(key => key[prefix.Length..])];

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => client.DeleteAsync(prefix + name, cancellationToken);

    /// <summary>Has a backup as a file for as long as <paramref name="use"/> takes.</summary>
    internal async Task UseAsync(string name, Func<string, Task> use, CancellationToken cancellationToken)
    {
        var file = Path.Combine(WorkFolder, $".restore-{Path.GetFileName(name)}");
        try
        {
            await client.GetAsync(prefix + name, file, cancellationToken);
            await use(file);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{Describe(name)}' could not be read into '{file}': {reason.Message} Give --work a folder with space.", reason);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
