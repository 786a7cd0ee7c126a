using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Telemetry;

namespace Tmcp.Bridge.Transport;

/// <summary>
/// Refuses requests that a page of another site could make: its own name pointed at this address (Host), or a call across origins
/// (Origin). Programs send no Origin.
/// </summary>
internal sealed class RebindingGuard(IOptions<BridgeOptions> options, ILogger<RebindingGuard> logger) : IEndpointFilter
{
    private const int ShownLength = 100;

    private readonly HostNames _hosts = new(options.Value.AllowedHosts);
    private readonly HashSet<string> _origins = new(options.Value.AllowedOrigins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!_hosts.Allows(request.Host.Host))
            return Refused(request, "Host", request.Host.Value, StatusCodes.Status421MisdirectedRequest);

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || AllowsOrigin(origin)
            ? next(context)
            : Refused(request, "Origin", origin, StatusCodes.Status403Forbidden);
    }

    private bool AllowsOrigin(string origin) =>
        _origins.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && _hosts.Allows(address.Host));

    private ValueTask<object?> Refused(HttpRequest request, string header, string? value, int status)
    {
        var shown = new string([.. (value ?? "").Take(ShownLength).Where(character => !char.IsControl(character))]);
        Log.CallerRefused(logger, request.Path, header, shown);
        return ValueTask.FromResult<object?>(TypedResults.Problem(
            title: $"This {header} is not allowed.",
            detail: $"{header} is '{shown}'. Call the bridge by one of its own names, or add this one to Bridge:Allowed{header}s.",
            statusCode: status));
    }
}
