using System.Diagnostics;
using System.Text.Json;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

[Collection(TmcpStack.Collection)]
public sealed class TypeScriptClientTests(TmcpStack stack)
{
    [Theory]
    [InlineData("sse")]
    [InlineData("http")]
    public async Task The_official_client_lists_and_calls_every_tool_of_the_running_stack(string transport)
    {
        var (user, workspace) = await PocketBaseClient.SignUpAsync(stack, "MCP");
        using var owner = user;

        using var report = await RunAsync(user.Token, transport, stack.Address(Names.Bridge).ToString(), workspace);

        Assert.Equal(9, NamesIn(report, "tools").Length);
        Assert.Equal(NamesIn(report, "tools").Order(), NamesIn(report, "called").Order());
    }

    private static string[] NamesIn(JsonDocument report, string list) =>
        [.. report.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetString()!)];

    private static async Task<JsonDocument> RunAsync(string token, params string[] arguments)
    {
        var script = Path.Combine(RepositoryFolder.Path, "tests", "clients", "mcp-call-everything.mjs");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MCP_TOKEN"] = token;
        using var node = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Budgets.Chat);
        var errors = node.StandardError.ReadToEndAsync(limit.Token);
        var output = await node.StandardOutput.ReadToEndAsync(limit.Token);
        await node.WaitForExitAsync(limit.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(output);
    }
}
