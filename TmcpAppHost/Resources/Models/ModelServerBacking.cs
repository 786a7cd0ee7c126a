using System.Net.Sockets;
using Tmcp.AppHost.Containers;

namespace Tmcp.AppHost.Models;

/// <summary>Which model server this run uses.</summary>
internal abstract record ModelServerBacking
{
    private const int DefaultPort = 11434;

    // Long enough for a loopback connection and one small answer, short enough not to be felt at start.
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromMilliseconds(500);

    internal static ModelServerBacking Choose(IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return new Outside(new Uri($"http://ollama-service:{DefaultPort}"), "outside the cluster");
        var options = builder.GetTmcpOptions();
        if (options.Containers == ContainerMode.Always)
            return new Container("--containers always");
        if (!options.OutsideServices)
            return new Emulator("outside services are switched off");
        if (builder.Configuration["OLLAMA_BASE_URL"] is { Length: > 0 } url)
            return new Outside(Parse(url), "OLLAMA_BASE_URL");

        var local = new Uri($"http://localhost:{DefaultPort}");
        if (AnswersAsOllama(local))
            return new Outside(local, $"the Ollama that already runs on port {DefaultPort}");
        var choice = ContainerChoice.For(builder, $"{ModelContainerExtensions.Image}:{ModelContainerExtensions.Tag}");
        return choice.InContainer ? new Container(choice.Reason)
            : ProgramSearch.Find("ollama") is { } program ? new Program(program)
            : new Emulator(options.Containers == ContainerMode.Never || !builder.GetLocalImages().IsInstalled ? "no Ollama was found" : $"no Ollama was found, and {choice.Reason}");
    }

    /// <summary>A server that somebody else runs.</summary>
    internal sealed record Outside(Uri Address, string Reason) : ModelServerBacking;

    /// <summary>Ollama's program on this machine.</summary>
    internal sealed record Program(string Path) : ModelServerBacking;

    /// <summary>Ollama's image, pulled when it is not here.</summary>
    internal sealed record Container(string Reason) : ModelServerBacking;

    /// <summary>The rule-based stand-in.</summary>
    internal sealed record Emulator(string Reason) : ModelServerBacking;

    private static Uri Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new DistributedApplicationException($"OLLAMA_BASE_URL cannot be '{url}'. Use an address such as http://localhost:{DefaultPort}, or leave it unset.");

    private static bool AnswersAsOllama(Uri address)
    {
        try
        {
            using var client = new HttpClient { Timeout = ProbeLimit };
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/api/version"));
            using var response = client.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or SocketException)
        {
            return false;
        }
    }
}
