using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Notifications;

/// <summary>Pauses and resumes the messages. Alerts are accepted and analysed meanwhile.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/notifications").AddEndpointFilter<TokenFilter>().AddEndpointFilter<StoreFilter>();
        group.MapGet("/", ReportAsync);
        group.MapPost("/pause", async (PauseSwitch pause) =>
        {
            await pause.PauseAsync();
            return await ReportAsync(pause);
        });
        group.MapPost("/resume", async (PauseSwitch pause) =>
        {
            await pause.ResumeAsync();
            return await ReportAsync(pause);
        });
    }

    private static async Task<JsonHttpResult<NotificationState>> ReportAsync(PauseSwitch pause) =>
        TypedResults.Json(new NotificationState(await pause.IsPausedAsync()), NotificationJson.Default.NotificationState);
}

internal sealed record NotificationState(bool Paused);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NotificationState))]
internal sealed partial class NotificationJson : JsonSerializerContext;
