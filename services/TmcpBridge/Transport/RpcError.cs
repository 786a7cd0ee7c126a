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
        TypedResults.Json(new JsonRpcError { Error = new JsonRpcErrorDetail { Code = code, Message = message } }, Type, statusCode: status);
}
