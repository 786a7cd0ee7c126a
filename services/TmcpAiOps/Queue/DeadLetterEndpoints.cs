using Microsoft.AspNetCore.Http.HttpResults;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Queue;

/// <summary>What was given up: to look at, and to send again.</summary>
internal static class DeadLetterEndpoints
{
    private const int MaxListed = 200;

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/dead-letters").AddEndpointFilter<TokenFilter>().AddEndpointFilter<StoreFilter>();
        group.MapGet("/", ListAsync);
        group.MapPost("/replay", ReplayAllAsync);
        group.MapPost("/{id}/replay", ReplayAsync);
    }

    private static async Task<JsonHttpResult<DeadLetterList>> ListAsync(DeadLetters letters) =>
        TypedResults.Json(await letters.ListAsync(MaxListed), QueueJson.Default.DeadLetterList);

    private static async Task<JsonHttpResult<Replayed>> ReplayAllAsync(DeadLetters letters) =>
        TypedResults.Json(new Replayed(await letters.ReplayAllAsync()), QueueJson.Default.Replayed);

    private static async Task<Results<JsonHttpResult<Replayed>, ProblemHttpResult>> ReplayAsync(string id, DeadLetters letters) =>
        IsId(id) && await letters.ReplayAsync(id)
            ? TypedResults.Json(new Replayed(1), QueueJson.Default.Replayed)
            : Problems.NotFound("dead letter", id);

    // 1795238935358-0, as Redis makes them.
    private static bool IsId(string id) => id.Length <= 40 && id.Count(c => c == '-') == 1 && id.All(c => char.IsAsciiDigit(c) || c == '-')
        && id[0] != '-' && id[^1] != '-';
}
