using System.Text.Json;
using TmcpEmulators.Facebook.Graph;

namespace TmcpEmulators.Facebook.Faults;

/// <summary>For tests: not part of the Graph API.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this WebApplication app)
    {
        app.MapGet("/api/faults", (FaultPlan plan) => TypedResults.Json(plan.State, FacebookJson.Wire.FaultState));
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
            var request = await JsonSerializer.DeserializeAsync(context.Request.Body, FacebookJson.Wire.FaultRequest, context.RequestAborted);
            if (request?.Kind is not null && FaultPlan.IsValid(request))
            {
                plan.Set(request);
                return TypedResults.Json(plan.State, FacebookJson.Wire.FaultState);
            }
        }
        catch (JsonException)
        {
            // Answered below, as any other body that names no fault.
        }

        return GraphError.Parameter("The fault was not understood. Send {\"kind\": \"2\" | \"4\" | \"100\" | \"190\" | \"200\" | \"613\" | \"hang\" | \"none\", \"count\": 1 to 1000000}.");
    }
}
