using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;
using Tmcp.ServiceDefaults;

namespace Tmcp.Agent.Jobs;

/// <summary>The routes that start jobs, and those below <c>/jobs</c>.</summary>
internal static class JobRoutes
{
    private const int MaxKeyCharacters = 200;

    public static void MapJob<TRequest>(this IEndpointRouteBuilder routes, string path, string kind, string summary)
        where TRequest : class, IGeneratorRequest<TRequest>, IJobRequest =>
        routes.MapPost(path, async (HttpContext context, JobStarter starter, JobStream stream, IOptions<GenerationLimits> limits, TimeProvider clock) =>
        {
            var (request, refusal) = await GeneratorRoutes.ReadAsync<TRequest>(context);
            if (request is null)
                return refusal!;
            if (context.Request.Headers["Idempotency-Key"].ToString() is { Length: > MaxKeyCharacters } key)
                return RefuseKey("string_too_long", $"String should have at most {MaxKeyCharacters} characters", $"{key.Length} characters");

            try
            {
                request.Require();
            }
            catch (GenerationException exception)
            {
                await using var events = context.BeginStream(limits.Value.Heartbeat, clock);
                await events.WriteAsync(new ErrorEvent(exception.Message, exception.Step), context.RequestAborted);
                return TypedResults.Empty;
            }

            return await StartAsync(context, kind, request, starter, stream, limits.Value.Heartbeat, clock);
        }).Describe<TRequest>(path.Trim('/'), summary);

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/jobs", async (HttpContext context, JobDirectory directory, string? workspaceId) =>
        {
            var states = await directory.ListAsync(context.GetCaller());
            var items = states.Where(state => string.IsNullOrEmpty(workspaceId) || state.WorkspaceId == workspaceId).Select(JobItem.Of).ToList();
            return TypedResults.Json(new JobList(items), JobJson.Default.JobList);
        }).RequireCaller().Produces<JobList>().WithName("jobs").WithSummary("Lists the caller's jobs, newest first");

        routes.MapGet("/jobs/{id}", async Task<IResult> (HttpContext context, JobDirectory directory, string id) =>
            await directory.FindAsync(id, context.GetCaller()) is { } state ? TypedResults.Json(JobItem.Of(state), JobJson.Default.JobItem) : NotFound(id))
            .RequireCaller().Produces<JobItem>().ProducesProblem(StatusCodes.Status404NotFound).WithName("job").WithSummary("Shows a job");

        routes.MapGet("/jobs/{id}/events", FollowAsync)
            .RequireCaller().Produces<string>(StatusCodes.Status200OK, "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("job-events").WithSummary("Streams a job's events, from the one after Last-Event-ID");

        routes.MapPost("/jobs/{id}/cancel", async Task<IResult> (HttpContext context, JobDirectory directory, JobArchive archive, string id) =>
        {
            if (await directory.FindAsync(id, context.GetCaller()) is not { } state)
                return NotFound(id);

            if (directory.Find(id) is { } job)
                job.Interrupt(JobInterruption.Cancelled);
            else if (!state.HasEnded)
                await archive.RequestCancelAsync(id);
            return TypedResults.Json(JobItem.Of(state), JobJson.Default.JobItem, statusCode: StatusCodes.Status202Accepted);
        }).RequireCaller().Produces<JobItem>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("job-cancel").WithSummary("Ends a job; its last event says so");
    }

    private static async Task<IResult> StartAsync(
        HttpContext context, string kind, IJobRequest request, JobStarter starter, JobStream stream, TimeSpan heartbeat, TimeProvider clock)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString().Trim();
        switch (await starter.StartAsync(kind, request, context.GetCaller(), key.Length == 0 ? null : key))
        {
            case JobStart.Running(var jobId):
                return await StreamAsync(context, jobId, LastEventId(context) ?? 0, stream, heartbeat, clock);
            case JobStart.TooMany(var limit):
                context.Response.Headers.RetryAfter = "30";
                return TypedResults.Problem(
                    $"You have {limit} jobs running (setting Jobs:PerUser). Wait until one of them ends, or cancel one.",
                    statusCode: StatusCodes.Status429TooManyRequests, title: "Too many jobs", type: "urn:tmcp:problem:too-many-jobs");
            default:
                return RefuseKey("idempotency_mismatch", "This key was used with another body: take a new key for a new wish", "");
        }
    }

    private static async Task<IResult> FollowAsync(
        HttpContext context, JobDirectory directory, JobStream stream, IOptions<GenerationLimits> limits, TimeProvider clock, string id) =>
        await directory.FindAsync(id, context.GetCaller()) is null
            ? NotFound(id)
            : await StreamAsync(context, id, LastEventId(context) ?? 0, stream, limits.Value.Heartbeat, clock);

    private static async Task<IResult> StreamAsync(HttpContext context, string jobId, long after, JobStream stream, TimeSpan heartbeat, TimeProvider clock)
    {
        using var end = context.CreateStreamCancellation();
        await using var events = context.BeginStream(heartbeat, clock);
        try
        {
            await context.Response.StartAsync(end.Token);
            await stream.FollowAsync(jobId, after, events, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The listener left, or the agent stops; the job itself goes on.
        }

        return TypedResults.Empty;
    }

    private static long? LastEventId(HttpContext context) =>
        long.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), out var header) ? header
        : long.TryParse(context.Request.Query["lastEventId"].ToString(), out var query) ? query : null;

    private static ProblemHttpResult NotFound(string id) => TypedResults.Problem(
        $"You have no job '{(id.Length <= 50 ? id : id[..50])}'. GET /jobs lists those you have; ended ones are forgotten after a while.",
        statusCode: StatusCodes.Status404NotFound, title: "No such job", type: "urn:tmcp:problem:job-not-found");

    private static IResult RefuseKey(string type, string message, string input)
    {
        using var shown = System.Text.Json.JsonDocument.Parse($"\"{input}\"");
        return GeneratorRoutes.Refuse(new ValidationFailure([new ValidationDetail(type, ["header", "Idempotency-Key"], message, shown.RootElement.Clone())]));
    }
}
