using System.Text;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Transport;

/// <summary>
/// The headers of the protocol revision 2026-07-28, which repeat parts of the body for proxies: both must say the same, or a proxy
/// would decide about another message than the one that is run.
/// </summary>
internal static class ProtocolHeaders
{
    /// <summary>The revisions that the library speaks.</summary>
    public static readonly IReadOnlyList<string> Supported = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", FirstRevision];

    private const string FirstRevision = "2026-07-28";
    private const string VersionHeader = "MCP-Protocol-Version";
    private const string VersionMeta = "io.modelcontextprotocol/protocolVersion";

    /// <summary>The declared revision when it is one that nobody here speaks, else null.</summary>
    public static string? FindUnsupported(IHeaderDictionary headers)
    {
        var version = headers[VersionHeader].ToString();
        return version.Length == 0 || Supported.Contains(version) ? null : version;
    }

    /// <summary>What is wrong, or null; also tells the message which version its request declares.</summary>
    public static string? FindMismatch(IHeaderDictionary headers, JsonRpcMessage message)
    {
        var version = headers[VersionHeader].ToString();
        if (version.Length > 0)
            (message.Context ??= new()).ProtocolVersion = version;

        var (method, parameters) = Contents(message);
        if (method is null)
            return null;
        var declared = Text(parameters?["_meta"], VersionMeta);
        if (!IsNew(version) && !IsNew(declared))
            return null;

        if (!string.Equals(version, declared, StringComparison.Ordinal))
            return $"Header mismatch: {VersionHeader} and the body's _meta/{VersionMeta} must be the same.";
        if (headers["Mcp-Method"].ToString().Trim() != method)
            return "Header mismatch: Mcp-Method must be the body's method.";
        var name = method switch { "tools/call" => Text(parameters, "name"), "resources/read" => Text(parameters, "uri"), _ => null };
        return name is null || Decode(headers["Mcp-Name"].ToString().Trim()) == name
            ? null
            : "Header mismatch: Mcp-Name must be the body's name or uri.";
    }

    /// <summary>Whether a message is of a revision in which each request tells its version, client and capabilities itself.</summary>
    public static bool DescribesItself(JsonRpcMessage message) =>
        IsNew(message.Context?.ProtocolVersion) || IsNew(Text(Contents(message).Parameters?["_meta"], VersionMeta));

    private static (string? Method, JsonNode? Parameters) Contents(JsonRpcMessage message) => message switch
    {
        JsonRpcRequest request => (request.Method, request.Params),
        JsonRpcNotification notification => (notification.Method, notification.Params),
        _ => default,
    };

    private static bool IsNew(string? version) =>
        !string.IsNullOrEmpty(version) && string.CompareOrdinal(version, FirstRevision) >= 0;

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject members && members[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // =?base64?cG9ja2V0YmFzZTovLw==?= carries what a header cannot.
    private static string? Decode(string value)
    {
        const string Start = "=?base64?";
        const string End = "?=";
        if (!value.StartsWith(Start, StringComparison.Ordinal) || !value.EndsWith(End, StringComparison.Ordinal) || value.Length < Start.Length + End.Length)
            return value;

        var encoded = value[Start.Length..^End.Length];
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
