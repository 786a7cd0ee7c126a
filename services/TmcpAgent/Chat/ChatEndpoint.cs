using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Validation;
using Tmcp.Agent.Limits;

namespace Tmcp.Agent.Chat;

/// <summary><c>POST /chat</c>: a message in, a stream of events out.</summary>
internal static class ChatEndpoint
{
    public const int MaxThreadIdCharacters = 200;

    /// <summary>Six bytes a character: the longest that JSON makes of one.</summary>
    private const int BytesPerCharacter = 6;

    public static void MapChat(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/chat", AnswerAsync)
            .RequireCaller()
            .LimitChats()
            .Accepts<ChatRequest>("application/json", "*/*") // read as JSON whatever it is called; the token is asked for first
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .Produces<ValidationFailure>(StatusCodes.Status422UnprocessableEntity)
            .WithName("chat")
            .WithSummary("Talks to the marketing team")
            .WithDescription(
                "Answers with server-sent events, each 'data: ' and a JSON object with a field 'type': status, chunk, tool_start, tool_end, "
                + "and as the last one done or error.");

    private static async Task<IResult> AnswerAsync(HttpContext context, ChatRunner runner, IOptions<ChatLimits> limits)
    {
        LimitBody(context, limits.Value);
        var body = await BodyReader.ReadAsync(context.Request, context.RequestAborted);
        var request = new ChatRequest(
            body.ReadText("message", otherwise: null, least: 1, limits.Value.MessageCharacters),
            body.ReadText("thread_id", ChatRequest.DefaultThread, least: 0, MaxThreadIdCharacters));
        if (body.Failure is { } failure)
            return TypedResults.Json(failure, ReadableJson.Types.ValidationFailure, statusCode: StatusCodes.Status422UnprocessableEntity);

        context.Response.ContentType = EventStream.ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would collect the events otherwise
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await runner.RunAsync(request, context.GetCaller(), new EventStream(context.Response.Body), context.RequestAborted);
        return TypedResults.Empty;
    }

    // Kestrel answers 413 by itself to what exceeds it.
    public static void LimitBody(HttpContext context, ChatLimits limits)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = (limits.MessageCharacters + MaxThreadIdCharacters + 1024L) * BytesPerCharacter;
    }
}
