using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Chat;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Limits;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>The form that all generator routes share: token, limit, body, stream.</summary>
internal static class GeneratorRoutes
{
    /// <summary>Bytes of a body: ids, names and one angle.</summary>
    private const long MaxBodyBytes = 256 * 1_024;

    public static void MapGenerator<TRequest, TGenerator>(this IEndpointRouteBuilder routes, string path, string summary)
        where TRequest : class, IGeneratorRequest<TRequest>
        where TGenerator : IGenerator<TRequest>
    {
        var action = NameOf(path);
        routes.MapPost(path, async (HttpContext context, GenerationRunner runner, IOptions<GenerationLimits> limits, TimeProvider clock) =>
        {
            // Not an argument of the handler: the compiler writes no binding for one of a generic type.
            var generator = context.RequestServices.GetRequiredService<TGenerator>();
            var (request, refusal) = await ReadAsync<TRequest>(context);
            if (request is null)
                return refusal!;

            await using var events = context.BeginStream(limits.Value.Heartbeat, clock);
            await runner.RunAsync(generator, request, action, context.GetCaller(), events, context.RequestAborted);
            return TypedResults.Empty;
        }).Describe<TRequest>(action, summary);
    }

    /// <summary>Everything of a generator's route but its handler.</summary>
    public static RouteHandlerBuilder Describe<TRequest>(this RouteHandlerBuilder route, string action, string summary)
        where TRequest : notnull => route
            .RequireCaller()
            .LimitGenerations()
            .Accepts<TRequest>("application/json", "*/*") // read as JSON whatever it is called; the token is asked for first
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .Produces<ValidationFailure>(StatusCodes.Status422UnprocessableEntity)
            .WithName(action)
            .WithSummary(summary)
            .WithDescription("Answers with server-sent events, each 'data: ' and a JSON object with a field 'type': status, chunk, warning, and as the last one done or error.");

    /// <summary>The body, or the 422 that says what is wrong with it.</summary>
    public static async Task<(TRequest? Request, IResult? Refusal)> ReadAsync<TRequest>(HttpContext context)
        where TRequest : class, IGeneratorRequest<TRequest>
    {
        // Kestrel answers 413 by itself to what exceeds it.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = MaxBodyBytes;

        var body = await BodyReader.ReadAsync(context.Request, context.RequestAborted);
        var request = TRequest.Read(body, context.Request);
        return body.Failure is { } failure ? (null, Refuse(failure)) : (request, null);
    }

    public static IResult Refuse(ValidationFailure failure) =>
        TypedResults.Json(failure, ReadableJson.Types.ValidationFailure, statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>Begins the answer.</summary>
    public static SseWriter BeginStream(this HttpContext context, TimeSpan heartbeat, TimeProvider clock)
    {
        context.Response.ContentType = SseWriter.ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would collect the events otherwise
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return new SseWriter(context.Response.Body, heartbeat, clock, context.RequestAborted);
    }

    // "/generate-platform-variants/{id}" is the action "generate-platform-variants".
    private static string NameOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)[0];
}
