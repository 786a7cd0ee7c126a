using System.Diagnostics;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>One of TMCP's emulators with an HTTP interface, as a process on a free port.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly Process _process;

    private Emulator(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public Uri Address { get; }

    public static async Task<Emulator> StartAsync(string name)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var process = Process.Start(new ProcessStartInfo("dotnet", [RedisKind.EmulatorPath, name, "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        })!;
        var output = new ProcessOutput(process);
        var emulator = new Emulator(process, address);
        using var http = new HttpClient { BaseAddress = address };
        await Until.TrueAsync(() => AnswersAsync(http), () => output.LastLines(20));
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= Kill;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("/");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Kill(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }
}

/// <summary>A test that needs the emulators built beside it.</summary>
internal sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute() => Skip = RedisKind.WhyNot(RedisKind.Emulator);
}
