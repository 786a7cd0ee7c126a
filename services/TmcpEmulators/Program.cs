using System.CommandLine;
using TmcpEmulators.Ollama;

var root = new RootCommand("TMCP's emulators: small stand-ins for third-party servers, one sub-command each.")
{
    OllamaCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
