using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>One answer of <see cref="ScriptedModel"/>: writes to the response what the model would.</summary>
internal delegate Task Reply(HttpContext context);

/// <summary>Answers as OpenAI-compatible servers stream them.</summary>
internal static class Replies
{
    public static Reply Text(params string[] pieces) => async context =>
    {
        Begin(context);
        foreach (var piece in pieces)
            await SendAsync(context, new JsonObject { ["role"] = "assistant", ["content"] = piece });
        await EndAsync(context, "stop");
    };

    public static Reply Call(string tool, string arguments) => Calls((tool, arguments));

    public static Reply Calls(params (string Tool, string Arguments)[] calls) => async context =>
    {
        Begin(context);
        for (var index = 0; index < calls.Length; index++)
            await SendAsync(context, CallPiece(index, $"call_{index}", calls[index].Tool, calls[index].Arguments));
        await EndAsync(context, "tool_calls");
    };

    /// <summary>A call that arrives in three pieces, as OpenAI's own servers send it.</summary>
    public static Reply CallInPieces(string tool, string arguments) => async context =>
    {
        Begin(context);
        await SendAsync(context, CallPiece(0, "call_p", tool, ""));
        await SendAsync(context, CallPiece(0, null, null, arguments[..3]));
        await SendAsync(context, CallPiece(0, null, null, arguments[3..]));
        await EndAsync(context, "tool_calls");
    };

    /// <summary>Several whole calls under the same index, as Ollama has sent them.</summary>
    public static Reply CallsAtOneIndex(params (string Tool, string Arguments)[] calls) => async context =>
    {
        Begin(context);
        for (var number = 0; number < calls.Length; number++)
            await SendAsync(context, CallPiece(0, $"call_{number}", calls[number].Tool, calls[number].Arguments));
        await EndAsync(context, "tool_calls");
    };

    /// <summary>Says something, then nothing any more until the caller is gone.</summary>
    public static Reply Stuck(TaskCompletionSource started, TaskCompletionSource aborted, string? text = "thinking about it") => async context =>
    {
        if (text is not null)
        {
            Begin(context);
            await SendAsync(context, new JsonObject { ["content"] = text });
        }

        context.RequestAborted.Register(() => aborted.TrySetResult());
        started.TrySetResult();
        await aborted.Task;
    };

    public static Reply Status(int status, string body = "{}") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    public static Reply Raw(string contentType, string body) => context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Breaks the connection without a word.</summary>
    public static Reply Break() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Says something and breaks the connection once that has arrived: what is still under way is lost in a break.</summary>
    public static Reply BreakAfter(string text, Task arrived) => async context =>
    {
        Begin(context);
        await SendAsync(context, new JsonObject { ["content"] = text });
        await arrived;
        context.Abort();
    };

    private static void Begin(HttpContext context) => context.Response.ContentType = "text/event-stream";

    private static JsonObject CallPiece(int index, string? id, string? name, string arguments)
    {
        var function = new JsonObject { ["arguments"] = arguments };
        if (name is not null)
            function["name"] = name;
        var call = new JsonObject { ["index"] = index, ["type"] = "function", ["function"] = function };
        if (id is not null)
            call["id"] = id;
        return new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray(call) };
    }

    private static Task SendAsync(HttpContext context, JsonObject delta) => WriteAsync(context, Frame(delta, null));

    private static async Task EndAsync(HttpContext context, string reason)
    {
        await WriteAsync(context, Frame(new JsonObject(), reason));
        await WriteAsync(context, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""");
        await WriteAsync(context, "[DONE]");
    }

    private static string Frame(JsonObject delta, string? reason) => new JsonObject
    {
        ["id"] = "c", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason }),
    }.ToJsonString(JsonSerializerOptions.Default);

    private static async Task WriteAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
