using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.ServiceDefaults.Limits;

namespace Tmcp.Agent.Limits;

/// <summary>Applies <see cref="LimitOptions"/>.</summary>
internal sealed class UserLimits(RateLimiter limiter, IOptions<LimitOptions> options)
{
    /// <summary>Null, or the time to wait.</summary>
    public ValueTask<TimeSpan?> TakeChatAsync(Caller caller) => limiter.TakeAsync("chat", caller.UserId, options.Value.ChatsPerMinute);

    /// <summary>Null, or the time to wait.</summary>
    public ValueTask<TimeSpan?> TakeGenerationAsync(Caller caller) => limiter.TakeAsync("generation", caller.UserId, options.Value.GenerationsPerMinute);

    /// <summary>Null, or what to tell the model.</summary>
    /// <param name="tool">One of the known names, or the one that stands for all others.</param>
    /// <param name="caller">Whose call it is.</param>
    public async ValueTask<string?> TakeToolCallAsync(string tool, Caller caller)
    {
        var limit = options.Value.ToolCallsPerMinute;
        return await limiter.TakeAsync($"tool-{tool}", caller.UserId, limit) is { } wait
            ? $"Error: {tool} was not carried out, the user's limit of {limit} calls of it per minute is reached. It is open again in "
                + $"{RateLimiter.ToSeconds(wait)} s. Do not repeat the call: tell the user what is done and what is left."
            : null;
    }
}
