using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Infrastructure;

public sealed class OwnedFolderTests : IDisposable
{
    private const string Prefix = "owned-";
    private readonly string _parent = Directory.CreateTempSubdirectory("tmcp-owned-folder-").FullName;

    [Fact]
    public void Only_folders_of_processes_that_are_gone_are_swept()
    {
        var gone = Make($"{Prefix}{int.MaxValue}-a"); // above every id that a system gives
        string[] kept = [Make($"{Prefix}{Environment.ProcessId}-b"), Make($"{Prefix}test-c"), Make($"other-{int.MaxValue}-d")];

        OwnedFolder.Sweep(_parent, Prefix);

        Assert.False(Directory.Exists(gone));
        Assert.All(kept, folder => Assert.True(Directory.Exists(folder), folder));
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private string Make(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_parent, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "data.db"), "");
        return folder;
    }
}
