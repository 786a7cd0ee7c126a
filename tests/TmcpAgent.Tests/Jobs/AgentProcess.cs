using System.Diagnostics;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Jobs;

/// <summary>The agent as a process of its own, which can be killed.</summary>
internal sealed class AgentProcess : IAsyncDisposable
{
    private readonly Process _process;

    private AgentProcess(Process process, ProcessOutput output) => (_process, Output) = (process, output);

    public ProcessOutput Output { get; }

    /// <param name="stage">Whose doubles it uses.</param>
    public static AgentProcess Start(JobStage stage)
    {
        var program = Path.Combine(
            RepositoryFolder.Path, "artifacts", "bin", "TmcpAgent", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "TmcpAgent.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        (string Key, string Value)[] settings =
        [
            .. JobStage.Settings(stage.Redis), ("urls", "http://127.0.0.1:0"), ("PB_URL", stage.First.PocketBase.Address.ToString()),
            ("MCP_SERVER_URL", new Uri(stage.First.Bridge.Address, "/sse").ToString()), ("OLLAMA_BASE_URL", stage.First.Model.Address.ToString()),
            ("OLLAMA_MODEL", ScriptedModel.Name),
        ];
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        return new AgentProcess(process, new ProcessOutput(process));
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }
}
