using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Intake.Formats;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Intake;

/// <summary>The two ways in. 202 means that it is stored; nothing is ever answered 2xx and forgotten.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhook").AddEndpointFilter<TokenFilter>();
        group.MapPost("/alert", AcceptAlertAsync);
        group.MapPost("/k8s-logs", AcceptLogsAsync);
    }

    private static Task<Results<JsonHttpResult<Receipt>, ProblemHttpResult>> AcceptAlertAsync(
        HttpContext context, AlertIntake intake, TimeProvider clock, IOptions<IntakeOptions> options) =>
        AcceptAsync(context, options.Value.MaxAlertBytes, async body =>
        {
            using var json = JsonBodies.ParseOne(body);
            var signals = AlertFormats.Read(json.RootElement, clock.GetUtcNow());
            return Receipt.For(NewId(), signals.Count, await intake.TakeAlertsAsync(signals));
        });

    private static Task<Results<JsonHttpResult<Receipt>, ProblemHttpResult>> AcceptLogsAsync(
        HttpContext context, AlertIntake intake, LogLines lines, TimeProvider clock, IOptions<IntakeOptions> options) =>
        AcceptAsync(context, options.Value.MaxLogBytes, async body =>
        {
            var batch = lines.Read(body, clock.GetUtcNow());
            return Receipt.For(NewId(), batch.Received, await intake.TakeLogsAsync(batch));
        });

    private static async Task<Results<JsonHttpResult<Receipt>, ProblemHttpResult>> AcceptAsync(
        HttpContext context, int mostBytes, Func<ReadOnlyMemory<byte>, Task<Receipt>> accept)
    {
        // Our own reading limits the body, with a refusal in our own form.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = mostBytes + 1L;
        try
        {
            using var body = await BodyBuffer.ReadAsync(context.Request, mostBytes, context.RequestAborted);
            return body is null
                ? Problems.TooLarge(mostBytes)
                : TypedResults.Json(await accept(body.Bytes), IntakeJson.Default.Receipt, statusCode: StatusCodes.Status202Accepted);
        }
        catch (BodyException exception)
        {
            return Problems.BadBody(exception.Message);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.TooLarge(mostBytes);
        }
        catch (StoreException exception)
        {
            context.Response.Headers.RetryAfter = "2";
            return Problems.StoreUnavailable(exception.Message);
        }
    }

    private static string NewId() => Activity.Current?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("N");
}
