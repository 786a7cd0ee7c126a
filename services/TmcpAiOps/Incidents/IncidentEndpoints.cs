using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Tmcp.AiOps.Intake;
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

    private static async Task<Results<JsonHttpResult<IncidentDetails>, ProblemHttpResult>> GetAsync(string id, IncidentStore incidents)
    {
        if (!IncidentId.IsOne(id) || await incidents.FindAsync(id) is not { } incident)
            return Problems.NotFound("incident", id);
        var count = await incidents.CountAsync(incident) ?? incident.Count;
        return TypedResults.Json(
            new IncidentDetails(incident with { Count = count }, await incidents.TimelineAsync(id)), IncidentViews.Default.IncidentDetails);
    }
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
