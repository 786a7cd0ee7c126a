using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>The stand-in for Ollama as a process of its own, on a free port.</summary>
internal sealed class EmulatedModel : IAsyncDisposable
{
    private const string Listening = "http://127.0.0.1:";

    private readonly Process _process;

    private EmulatedModel(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<EmulatedModel> StartAsync()
    {
        var program = Path.Combine(
            RepositoryFolder.Path, "artifacts", "bin", "TmcpEmulators", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "TmcpEmulators.dll");
        var start = new ProcessStartInfo("dotnet", [program, "ollama", "--urls", $"{Listening}0", "--models", ScriptedModel.Name])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        var process = Process.Start(start)!;
        var output = new ProcessOutput(process);
        using var limit = new CancellationTokenSource(Patience.Long * 2);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        Uri? address;
        while ((address = Find(output.Text)) is null)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The emulator did not start. Its last lines:\n{output.LastLines(20)}");
            await tick.WaitForNextTickAsync(limit.Token);
        }

        return new EmulatedModel(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Uri? Find(string output)
    {
        var match = System.Text.RegularExpressions.Regex.Match(output, "http://127\\.0\\.0\\.1:(?<port>[1-9][0-9]*)");
        return match.Success ? new Uri(match.Value) : null;
    }
}
