using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tmcp.Bridge.Telemetry;
using Tmcp.Bridge.Tools;

namespace Tmcp.Bridge.Transport;

/// <summary>
/// Answers <c>tools/call</c> without a protocol session, which a stateless request makes for one message only. The result is the same;
/// it is escaped once instead of five times. Half of the bridge's own time went there (bench/bridge).
/// </summary>
internal sealed class DirectToolCalls(ToolDispatcher tools)
{
    private static readonly JsonTypeInfo<CallToolRequestParams> ParametersType =
        (JsonTypeInfo<CallToolRequestParams>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolRequestParams));

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// The call in a message, or null when the library has to answer: another method, parameters that are none, or a revision whose
    /// requests describe themselves and are checked there.
    /// </summary>
    public static CallToolRequestParams? Find(JsonRpcMessage message)
    {
        if (message is not JsonRpcRequest { Method: RequestMethods.ToolsCall, Params: { } parameters } || ProtocolHeaders.DescribesItself(message))
            return null;

        try
        {
            return JsonSerializer.Deserialize(parameters, ParametersType);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task AnswerAsync(HttpContext context, JsonRpcRequest request, CallToolRequestParams call)
    {
        using var span = BridgeSpans.StartToolCall(call.Name, tools.Knows(call.Name));
        var answer = await tools.RunAsync(call, RequestToken.Of(request), context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        Write(context, request.Id, answer);
    }

    // {"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"…"}],"structuredContent":{"result":"…"},"isError":false}}
    private static void Write(HttpContext context, RequestId id, ToolAnswer answer)
    {
        var text = JsonEncodedText.Encode(answer.Text, Options.Encoder);
        using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Options);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        if (id.Id is long number)
            writer.WriteNumber("id"u8, number);
        else
            writer.WriteString("id"u8, id.ToString());
        writer.WriteStartObject("result"u8);
        writer.WriteStartArray("content"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (!answer.IsRejection)
        {
            writer.WriteStartObject("structuredContent"u8);
            writer.WriteString("result"u8, text);
            writer.WriteEndObject();
        }

        writer.WriteBoolean("isError"u8, answer.IsRejection);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
