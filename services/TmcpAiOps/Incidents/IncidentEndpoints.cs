using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>The incidents, to look at.</summary>
internal static class IncidentEndpoints
{
    private const int DefaultListed = 50;
    private const int MaxListed = 500;

    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/incidents").AddEndpointFilter<TokenFilter>().AddEndpointFilter<StoreFilter>();
        group.MapGet("/", ListAsync);
        group.MapGet("/{id}", GetAsync);
    }

    private static async Task<JsonHttpResult<IncidentList>> ListAsync(IncidentStore incidents, int? limit) =>
        TypedResults.Json(new IncidentList(await incidents.ListAsync(Math.Clamp(limit ?? DefaultListed, 1, MaxListed))), IncidentViews.Default.IncidentList);

    private static async Task<Results<JsonHttpResult<IncidentDetails>, ProblemHttpResult>> GetAsync(
        string id, IncidentStore incidents, AlertStream stream)
    {
        if (!IncidentId.IsOne(id) || (await incidents.FindAsync(id) ?? await AcceptedAsync(id, incidents, stream)) is not { } incident)
            return Problems.NotFound("incident", id);
        var count = await incidents.CountAsync(incident) ?? incident.Count;
        return TypedResults.Json(
            new IncidentDetails(incident with { Count = count }, await incidents.TimelineAsync(id)), IncidentViews.Default.IncidentDetails);
    }

    // A sender that was answered 202 may ask before the reader of the stream has opened the incident; and between our two looks it may just have done so.
    private static async Task<Incident?> AcceptedAsync(string id, IncidentStore incidents, AlertStream stream) =>
        await stream.FindAsync(id) is { } entry && entry.ReadSignal() is { } signal
            ? IncidentChanges.Open(id, signal, entry.AddedAt)
            : await incidents.FindAsync(id);
}

internal sealed record IncidentList(IReadOnlyList<Incident> Incidents);

internal sealed record IncidentDetails(Incident Incident, IReadOnlyList<TimelineEntry> Timeline);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IncidentList))]
[JsonSerializable(typeof(IncidentDetails))]
internal sealed partial class IncidentViews : JsonSerializerContext;
