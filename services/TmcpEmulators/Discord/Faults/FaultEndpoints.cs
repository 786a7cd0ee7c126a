using System.Text.Json;
using TmcpEmulators.Discord.Webhooks;

namespace TmcpEmulators.Discord.Faults;

/// <summary>For tests: not part of Discord.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this WebApplication app)
    {
        app.MapGet("/api/faults", (FaultPlan plan) => TypedResults.Json(plan.State, DiscordJson.Wire.FaultState));
        app.MapDelete("/api/faults", (FaultPlan plan) =>
        {
            plan.Set(new FaultRequest("none"));
            return TypedResults.NoContent();
        });
        app.MapPost("/api/faults", SetAsync);
    }

    private static async Task<IResult> SetAsync(HttpContext context, FaultPlan plan)
    {
        try
        {
            var request = await JsonSerializer.DeserializeAsync(context.Request.Body, DiscordJson.Wire.FaultRequest, context.RequestAborted);
            if (request?.Kind is not null && FaultPlan.IsValid(request))
            {
                plan.Set(request);
                return TypedResults.Json(plan.State, DiscordJson.Wire.FaultState);
            }
        }
        catch (JsonException)
        {
            // Answered below, as any other body that names no fault.
        }

        return WebhookGuard.Answer(
            new ApiError("The fault was not understood. Send {\"kind\": \"429\" | \"hang\" | \"none\" | \"400\" to \"599\", \"count\": 1 to 1000000, \"retry_after\": 0 to 3600}.", 50035),
            StatusCodes.Status400BadRequest);
    }
}
