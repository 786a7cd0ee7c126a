namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>A lock between processes of one machine: an exclusively opened file, freed by the system when its holder dies.</summary>
internal sealed class CrossProcessLock : IDisposable
{
    private readonly FileStream _file;

    private CrossProcessLock(FileStream file) => _file = file;

    /// <summary>Waits until no other process holds the lock.</summary>
    public static async Task<CrossProcessLock> AcquireAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new CrossProcessLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
