using System.Diagnostics;

namespace Tmcp.IntegrationTests;

/// <summary>A process that stands still, and answers nobody, until it is disposed of. Unix only.</summary>
internal sealed class PausedProcess : IAsyncDisposable
{
    private readonly int _id;

    private PausedProcess(int id) => _id = id;

    public static async Task<PausedProcess> StopAsync(int id)
    {
        await SignalAsync("STOP", id);
        return new PausedProcess(id);
    }

    public async ValueTask DisposeAsync() => await SignalAsync("CONT", _id);

    private static async Task SignalAsync(string signal, int id)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
