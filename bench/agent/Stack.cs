using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Tmcp.AgentBench;

/// <summary>The agent and what it asks, two processes.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private readonly Process _others;
    private readonly Process _agent;

    private Stack(Process others, Process agent, Target target, Target model) => (_others, _agent, Agent, Model) = (others, agent, target, model);

    public Target Agent { get; }

    public Target Model { get; }

    public static async Task<Stack> StartAsync()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "AgentBench.dll");
        var others = Start([own, "others"], []);
        var address = await ReadAsync(others, line => line.StartsWith("http://", StringComparison.Ordinal) ? line : null);

        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "TmcpAgent", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "TmcpAgent.dll"));
        var agent = Start([program], new()
        {
            ["urls"] = "http://127.0.0.1:0", ["PB_URL"] = address, ["MCP_SERVER_URL"] = $"{address}/mcp", ["OLLAMA_BASE_URL"] = address, ["OLLAMA_MODEL"] = "bench",
            ["Limits__GenerationsPerMinute"] = "0",
        });
        var listening = await ReadAsync(agent, line => line.Split("Now listening on: ") is [_, var url] ? url.Trim() : null);
        return new Stack(
            others, agent,
            new Target($"{listening}/generate-worksheet", """{"language":"English"}""", new AuthenticationHeaderValue("Bearer", Token())),
            new Target($"{address}/v1/chat/completions", """{"model":"bench","stream":true,"messages":[{"role":"user","content":"hi"}]}""", null));
    }

    public long ResidentKilobytes() => long.Parse(
        File.ReadLines($"/proc/{_agent.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    /// <summary>Of the agent, over all cores: unlike a latency it hardly depends on what else the machine does.</summary>
    public TimeSpan ProcessorTime()
    {
        _agent.Refresh();
        return _agent.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in (Process[])[_agent, _others])
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static Process Start(string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }

    private static async Task<string> ReadAsync(Process process, Func<string, string?> find)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (find(line) is not { } found)
                continue;
            _ = process.StandardOutput.ReadToEndAsync(); // or its pipe would fill up
            return found;
        }

        throw new InvalidOperationException($"Process {process.Id} ended before it said where it listens.");
    }

    private static string Token() => $"a.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"collectionId":"_pb_users_auth_","exp":4102444800,"id":"bench","type":"auth"}"""))}.b";
}

/// <param name="Address">What to ask.</param>
/// <param name="Body">With what.</param>
/// <param name="Authorization">As whom, or null.</param>
internal sealed record Target(string Address, string Body, AuthenticationHeaderValue? Authorization);
