using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Caching;

namespace Tmcp.Agent.Callers;

/// <summary>Checks tokens, asking PocketBase once for each: answers are kept until the token expires, and simultaneous asks share one call.</summary>
internal sealed class TokenCheck(PocketBaseUsers users, IOptions<CallerOptions> options, TimeProvider clock)
{
    private readonly BoundedCache<string, TokenVerdict.Accepted> _accepted = new(options.Value.CachedTokens, clock);
    private readonly ConcurrentDictionary<string, Lazy<Task<TokenVerdict>>> _asking = new();

    public async Task<TokenVerdict> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (TokenExpiry.Read(token) is not { } expires)
            return new TokenVerdict.Refused("The token is not one of PocketBase's: sign in at /api/collections/users/auth-with-password.");
        if (expires <= clock.GetUtcNow())
            return new TokenVerdict.Refused("The token has expired: sign in again.");

        // The key is a hash: a memory dump of the cache holds no token.
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (_accepted.Find(key) is { } known)
            return known;

        var ask = _asking.GetOrAdd(key, _ => new Lazy<Task<TokenVerdict>>(() => AskAsync(key, token, expires)));
        return await ask.Value.WaitAsync(cancellationToken);
    }

    // Runs on its own time, not on the first caller's: the others must not fail because that one left.
    private async Task<TokenVerdict> AskAsync(string key, string token, DateTimeOffset expires)
    {
        await Task.Yield();
        using var timeout = new CancellationTokenSource(options.Value.Timeout, clock);
        try
        {
            var verdict = await users.IdentifyAsync(token, timeout.Token);
            if (verdict is TokenVerdict.Accepted accepted)
                _accepted.Set(key, accepted, expires);
            return verdict;
        }
        catch (OperationCanceledException)
        {
            return new TokenVerdict.Unknown(
                $"PocketBase at {options.Value.PocketBaseUrl} did not answer the token check within {options.Value.Timeout.TotalSeconds:0.#} s.");
        }
        finally
        {
            _asking.TryRemove(key, out _);
        }
    }
}
