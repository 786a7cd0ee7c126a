using Aspire.Hosting;

namespace Tmcp.AppHost.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--plain", "--Tmcp:Plain=true")]
    [InlineData("--plain=false", "--Tmcp:Plain=false")]
    [InlineData("--fresh --containers never", "--Tmcp:Fresh=true --Tmcp:Containers=never")]
    [InlineData("--publisher manifest --output-path m.json --plain", "--publisher manifest --output-path m.json --Tmcp:Plain=true")]
    [InlineData("--operation inspect --list-steps true", "--operation inspect --list-steps true")]
    [InlineData("--Parameters:demo-password=x", "--Parameters:demo-password=x")]
    public void A_switch_of_ours_becomes_its_setting(string given, string expected) =>
        Assert.Equal(expected.Split(' '), CommandLine.Normalize(given.Split(' ')));

    [Theory]
    [InlineData("--plian")]
    [InlineData("--containers")]
    public void A_switch_that_cannot_be_meant_is_refused(string given)
    {
        var failure = Assert.Throws<DistributedApplicationException>(() => CommandLine.Normalize([given]));

        Assert.Contains($"'{given}'", failure.Message, StringComparison.Ordinal);
    }
}
