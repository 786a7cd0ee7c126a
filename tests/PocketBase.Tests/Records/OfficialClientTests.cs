using System.Diagnostics;
using PocketBase.Tests.Infrastructure;
using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Records;

[Collection(SharedServerCollection.Name)]
public sealed class OfficialClientTests(SharedServer shared)
{
    [Fact]
    public async Task The_official_client_signs_in_writes_reads_and_is_told_of_changes()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(RepositoryFolder.Path, "tests", "PocketBase.Tests", "journey.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PB_URL"] = shared.Server.Address.ToString();
        start.Environment["DEMO_PASSWORD"] = SharedServer.DemoPassword;

        using var node = Process.Start(start)!;
        var output = new ProcessOutput(node);
        await node.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);

        Assert.True(node.ExitCode == 0, output.Text);
        Assert.Contains("journey complete", output.Text, StringComparison.Ordinal);
    }
}
