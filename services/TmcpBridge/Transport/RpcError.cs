using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Transport;

/// <summary>Refusals before a message reaches the protocol, in the form that its clients read.</summary>
internal static class RpcError
{
    /// <summary>JSON-RPC's first code for a server's own errors.</summary>
    public const int ServerError = -32_000;

    private static readonly JsonTypeInfo<JsonRpcError> Type =
        (JsonTypeInfo<JsonRpcError>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError));

    public static JsonHttpResult<JsonRpcError> Create(int status, int code, string message) =>
        Create(status, new JsonRpcErrorDetail { Code = code, Message = message });

    /// <summary>The refusal from which a client learns what to speak instead.</summary>
    public static JsonHttpResult<JsonRpcError> UnsupportedVersion(string requested) => Create(StatusCodes.Status400BadRequest, new JsonRpcErrorDetail
    {
        Code = (int)McpErrorCode.UnsupportedProtocolVersion,
        Message = $"Bad Request: protocol version '{requested}' is not supported.",
        Data = new JsonObject
        {
            ["supported"] = new JsonArray([.. ProtocolHeaders.Supported.Select(version => JsonValue.Create(version))]),
            ["requested"] = requested,
        },
    });

    private static JsonHttpResult<JsonRpcError> Create(int status, JsonRpcErrorDetail detail) =>
        TypedResults.Json(new JsonRpcError { Error = detail }, Type, statusCode: status);
}
