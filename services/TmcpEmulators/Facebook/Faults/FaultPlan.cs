using TmcpEmulators.Facebook.Graph;

namespace TmcpEmulators.Facebook.Faults;

/// <summary>Faults that a test asked for; they are used up one by one. Thread-safe.</summary>
internal sealed class FaultPlan
{
    private static readonly Dictionary<string, GraphError> Errors = new(StringComparer.Ordinal)
    {
        ["2"] = GraphError.Unavailable, ["4"] = GraphError.TooManyCalls, ["100"] = GraphError.Parameter("Invalid parameter"),
        ["190"] = GraphError.ExpiredToken, ["200"] = GraphError.NoPermission, ["613"] = GraphError.TooManyPosts,
    };

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

    public static bool IsValid(FaultRequest request) => request.Count is >= 1 and <= 1_000_000 && (request.Kind is "none" or "hang" || Errors.ContainsKey(request.Kind));

    public void Set(FaultRequest request)
    {
        lock (_gate)
            (_request, _applied) = (request.Kind == "none" ? null : request, 0);
    }

    /// <summary>The faulty answer, or null when this call may pass.</summary>
    public async Task<IResult?> ApplyAsync(CancellationToken aborted)
    {
        if (Take() is not { } fault)
            return null;
        if (fault.Kind != "hang")
            return Errors[fault.Kind];
        await Task.Delay(Timeout.Infinite, aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
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
}
