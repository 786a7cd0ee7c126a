using TmcpEmulators.Tests.Api;

namespace TmcpEmulators.Tests.Clients;

public sealed class OfficialClientTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("ollama-journey.mjs")]
    [InlineData("openai-journey.mjs")]
    public async Task Official_client_works(string script)
    {
        var (exitCode, output) = await NodeScript.RunAsync(script, emulator.Address);

        Assert.True(exitCode == 0, output);
        Assert.Contains("journey complete", output, StringComparison.Ordinal);
    }
}
