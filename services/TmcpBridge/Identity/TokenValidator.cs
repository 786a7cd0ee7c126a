using Microsoft.Extensions.Options;
using Tmcp.Bridge.Caching;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Identity;

/// <summary>
/// Finds out whether PocketBase takes a token, because PocketBase does not say: with a bad one it answers as to a guest.
/// </summary>
internal sealed class TokenValidator(PocketBaseClient pocketBase, IOptions<BridgeOptions> options, TimeProvider clock)
{
    // About 3 MB of tokens.
    private const int Capacity = 10_000;

    // After an answer that a guest would get too, a check older than this is made again.
    private static readonly TimeSpan SuspicionAge = TimeSpan.FromSeconds(10);

    private readonly SingleFlightCache<string, TokenCheck> _checks = new(Capacity, clock);

    /// <summary>The account of a token; fails the call when the token is malformed, expired or not accepted.</summary>
    public Task<Caller> ValidateAsync(string token, CancellationToken cancellationToken) =>
        ValidateAsync(token, options.Value.TokenCheckLifetime, cancellationToken);

    /// <summary>As <see cref="ValidateAsync(string, CancellationToken)"/>, for a token that has just got a guest's answer.</summary>
    public Task<Caller> ValidateAgainAsync(string token, CancellationToken cancellationToken) =>
        ValidateAsync(token, SuspicionAge, cancellationToken);

    private async Task<Caller> ValidateAsync(string token, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        var claims = TokenClaims.Find(token)
            ?? throw new CallFailedException($"The PocketBase token is malformed: it is no JSON web token of PocketBase. {SignInHint}");
        if (claims.Expires <= clock.GetUtcNow())
            throw new CallFailedException($"The PocketBase token expired at {claims.Expires:u}. {SignInHint}");

        var check = await _checks.GetAsync(token, maxAge, key => AskAsync(key, claims), cancellationToken);
        // A refusal is remembered for a shorter time: the server may have been restored meanwhile.
        if (check.Caller is null && maxAge > SuspicionAge)
            check = await _checks.GetAsync(token, SuspicionAge, key => AskAsync(key, claims), cancellationToken);
        return check.Caller
            ?? throw new CallFailedException($"PocketBase does not accept the token ({check.Refusal}). {SignInHint}");
    }

    private async Task<TokenCheck> AskAsync(string token, TokenClaims claims)
    {
        using var answer = await pocketBase.PostAsync($"/api/collections/{claims.CollectionId}/auth-refresh", content: null, token, CancellationToken.None);
        if (answer.IsSuccess)
            return new TokenCheck(AuthRecord.ReadCaller(answer.Body, token), Refusal: null);
        if (answer.Status is >= 400 and < 500 and not 429)
            return new TokenCheck(Caller: null, $"HTTP {answer.Status}");
        throw new CallFailedException($"The PocketBase token could not be checked: PocketBase answered HTTP {answer.Status}. Try again.");
    }

    internal const string SignInHint =
        "Sign in with POST /api/collections/users/auth-with-password and pass the new token as 'auth_token' or as 'Authorization: Bearer'.";
}
