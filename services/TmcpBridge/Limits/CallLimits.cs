using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.ServiceDefaults.Limits;

namespace Tmcp.Bridge.Limits;

/// <summary>Keeps a client that calls in a loop from taking the others' place.</summary>
internal sealed class CallLimits(RateLimiter limiter, IOptions<BridgeOptions> options)
{
    /// <summary>Counts a call of a tool, or a read of a kind of resource.</summary>
    /// <exception cref="CallFailedException">The account has made too many of them; the text says when to go on.</exception>
    public async ValueTask TakeAsync(string target, Caller caller)
    {
        // Many callers may stand behind the bridge's own account, and a superuser is an operator.
        if (caller.IsService || caller.IsSuperuser)
            return;

        var limit = options.Value.CallsPerMinute;
        if (await limiter.TakeAsync($"bridge-{target}", $"{caller.Collection}/{caller.RecordId}", limit) is { } wait)
            throw new CallFailedException($"Too many calls: the account has made {limit} calls of {target} within a minute (setting Bridge:CallsPerMinute). Go on in {RateLimiter.ToSeconds(wait)} s.");
    }
}
