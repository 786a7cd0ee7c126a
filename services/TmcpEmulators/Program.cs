using System.CommandLine;
using TmcpEmulators.Discord;
using TmcpEmulators.Elasticsearch;
using TmcpEmulators.Facebook;
using TmcpEmulators.Ollama;
using TmcpEmulators.Redis;

var root = new RootCommand("TMCP's emulators: small stand-ins for third-party servers, one sub-command each.")
{
    OllamaCommand.Create(),
    RedisCommand.Create(),
    ElasticsearchCommand.Create(),
    DiscordCommand.Create(),
    FacebookCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
