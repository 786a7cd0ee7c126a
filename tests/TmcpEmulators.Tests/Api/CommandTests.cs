using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using TmcpEmulators.Ollama;

namespace TmcpEmulators.Tests.Api;

public sealed class CommandTests
{
    [Theory]
    [InlineData("--token-delay", "20000", "out of range")]
    [InlineData("--token-delay", "soon", "soon")]
    [InlineData("--models", "a b", "'a b' is not a model name")]
    [InlineData("--colour", "red", "--colour")]
    public void Wrong_option_is_named_and_nothing_starts(string option, string value, string expected)
    {
        var parsed = new RootCommand { OllamaCommand.Create() }.Parse(["ollama", option, value]);

        Assert.Contains(parsed.Errors, error => error.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taken_port_ends_the_start_with_an_exit_code()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var exitCode = await new RootCommand { OllamaCommand.Create() }.Parse(["ollama", "--urls", address]).InvokeAsync();

        Assert.Equal(1, exitCode);
    }

    [Fact]
    public void Banner_says_that_it_is_an_emulator()
    {
        using var output = new StringWriter();

        Banner.Write(output, ["http://127.0.0.1:1"], new OllamaSettings { Models = [] });

        Assert.Contains("emulator of Ollama", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("none (pull one)", output.ToString(), StringComparison.Ordinal);
    }
}
