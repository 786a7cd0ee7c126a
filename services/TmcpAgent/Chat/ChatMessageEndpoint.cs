using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Limits;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Chat;

/// <summary><c>POST /api/{user_id}/chat</c>: a message in, the whole answer out.</summary>
internal static class ChatMessageEndpoint
{
    public static void MapChatMessages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/{user_id}/chat", AnswerAsync)
            .RequireCaller()
            .LimitChats()
            .Accepts<ChatMessageRequest>("application/json", "*/*")
            .Produces<ChatAnswer>()
            .Produces<ValidationFailure>(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .WithName("chat-message")
            .WithSummary("Talks to the marketing team and waits for the whole answer");

    private static async Task<IResult> AnswerAsync(HttpContext context, ChatRunner runner, IOptions<ChatLimits> limits, string user_id)
    {
        var caller = context.GetCaller();
        if (user_id != caller.UserId)
            return Problem(StatusCodes.Status403Forbidden, "Not your chat", "forbidden", "The address names another user than the token: use the id of the signed-in user.");

        ChatEndpoint.LimitBody(context, limits.Value);
        var body = await BodyReader.ReadAsync(context.Request, context.RequestAborted);
        var message = body.ReadText("message", otherwise: null, least: 1, limits.Value.MessageCharacters);
        var conversation = body.ReadText("conversation_id", otherwise: "", least: 0, ChatEndpoint.MaxThreadIdCharacters);
        if (body.Failure is { } failure)
            return TypedResults.Json(failure, ReadableJson.Types.ValidationFailure, statusCode: StatusCodes.Status422UnprocessableEntity);
        if (conversation.Length == 0)
            conversation = Guid.NewGuid().ToString("N");

        var events = new CollectedEvents();
        await runner.RunAsync(new ChatRequest(message, conversation), caller, events, context.RequestAborted);
        return events.Error is { } error
            ? Problem(StatusCodes.Status502BadGateway, "The team could not answer", "chat-failed", error)
            : TypedResults.Json(events.ToAnswer(conversation), ReadableJson.Types.ChatAnswer);
    }

    private static ProblemHttpResult Problem(int status, string title, string type, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:tmcp:problem:{type}");
}
