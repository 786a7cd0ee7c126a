using System.Globalization;
using TmcpEmulators.Discord.Webhooks;

namespace TmcpEmulators.Discord.Faults;

/// <summary>Faults that a test asked for; they are used up one by one.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private FaultRequest? _request;
    private int _applied;

    public FaultState State
    {
        get
        {
            lock (_gate)
                return new FaultState(_request?.Kind ?? "none", _request?.Count ?? 0, _applied);
        }
    }

    public static bool IsValid(FaultRequest request) =>
        request.Count is >= 1 and <= 1_000_000 && request.RetryAfter is >= 0 and <= 3600 &&
        (request.Kind is "none" or "hang" || (int.TryParse(request.Kind, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599));

    public void Set(FaultRequest request)
    {
        lock (_gate)
            (_request, _applied) = (request.Kind == "none" ? null : request, 0);
    }

    /// <summary>The faulty answer, or null when this request may pass.</summary>
    public async Task<IResult?> ApplyAsync(CancellationToken aborted)
    {
        if (Take() is not { } fault)
            return null;
        if (fault.Kind == "hang")
        {
            await Task.Delay(Timeout.Infinite, aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }

        return fault.Kind == "429"
            ? new TooManyResult(TimeSpan.FromSeconds(fault.RetryAfter))
            : WebhookGuard.Answer(new ApiError($"{fault.Kind}: as planned by a test", 0), int.Parse(fault.Kind, CultureInfo.InvariantCulture));
    }

    private FaultRequest? Take()
    {
        lock (_gate)
        {
            var fault = _request;
            if (fault is null)
                return null;
            _applied++;
            _request = fault.Count > 1 ? fault with { Count = fault.Count - 1 } : null;
            return fault;
        }
    }

    private sealed class TooManyResult(TimeSpan after) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WebhookGuard.TooMany(httpContext.Response, after).ExecuteAsync(httpContext);
    }
}
