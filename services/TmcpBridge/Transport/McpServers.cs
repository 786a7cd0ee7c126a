using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tmcp.Bridge.Resources;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Tools;

namespace Tmcp.Bridge.Transport;

/// <summary>Makes the protocol side of a session. All sessions share one set of options.</summary>
internal sealed class McpServers(ToolDispatcher tools, ResourceDispatcher resources, ILoggerFactory loggers, IServiceProvider services) : IDisposable
{
    private readonly UntracedLoggerFactory _loggers = new(loggers);

    private readonly McpServerOptions _options = new()
    {
        ServerInfo = new Implementation
        {
            Name = "PocketBase Bridge",
            Version = typeof(McpServers).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        },
        ServerInstructions =
            "Tools over TMCP's PocketBase database: workspaces, brands, personas, worksheets, campaigns, contents, platform variants, products, leads. "
            + "Call list_collections and get_collection_schema before writing. A text that begins with 'Error: ' tells what went wrong and what to do.",
        ScopeRequests = false,
        Capabilities = new ServerCapabilities { Tools = new(), Resources = new() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = tools.ListAsync,
            CallToolHandler = tools.CallAsync,
            ListResourcesHandler = ResourceDispatcher.ListAsync,
            ListResourceTemplatesHandler = ResourceDispatcher.ListTemplatesAsync,
            ReadResourceHandler = resources.ReadAsync,
        },
    };

    public McpServer Create(ITransport transport) => McpServer.Create(transport, _options, _loggers, services);

    public void Dispose() => _loggers.Dispose();

    public StreamableHttpServerTransport CreateStatelessTransport() =>
        new(_loggers) { Stateless = true, FlowExecutionContextFromRequests = true };
}
