namespace Tmcp.IntegrationTests;

/// <summary>A private folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tmcp-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
