using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Telemetry;

namespace Tmcp.Bridge.Identity;

/// <summary>The bridge's own account. Signs in once for all who wait, and again before the token's own expiry.</summary>
internal sealed class ServiceAccount(
    PocketBaseClient pocketBase,
    IOptions<PocketBaseOptions> options,
    TimeProvider clock,
    ILogger<ServiceAccount> logger)
{
    // A token this close to its end is renewed, so that no call starts with one that ends under way.
    internal static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    // A refused sign-in is not repeated at once: PocketBase may limit the rate.
    internal static readonly TimeSpan RefusalLifetime = TimeSpan.FromSeconds(10);

    private static readonly string[] Collections = ["_superusers", "users"];

    private readonly Lock _lock = new();
    private Task<Session>? _session;

    /// <summary>The account with a token that is good for now; fails the call when PocketBase refuses the account.</summary>
    public async Task<Caller> GetAsync(CancellationToken cancellationToken)
    {
        Task<Session> current;
        lock (_lock)
        {
            if (_session is null || (_session.IsCompleted && !IsUsable(_session)))
                _session = SignInAsync();
            current = _session;
        }

        var session = await current.WaitAsync(cancellationToken);
        return session.Caller ?? throw new CallFailedException(session.Refusal!);
    }

    /// <summary>Gives up a token that PocketBase no longer accepts, unless it has been replaced already.</summary>
    public void Reject(string token)
    {
        lock (_lock)
        {
            if (_session is not { IsCompletedSuccessfully: true } || _session.Result.Caller?.Token != token)
                return;
            _session = null;
        }

        Log.ServiceTokenRejected(logger);
    }

    private bool IsUsable(Task<Session> session) =>
        session.IsCompletedSuccessfully && clock.GetUtcNow() < session.Result.GoodUntil;

    private async Task<Session> SignInAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var statuses = new List<string>();
        foreach (var collection in Collections)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new Credentials(options.Value.User, options.Value.Password), IdentityJson.Default.Credentials);
            using var answer = await pocketBase.PostAsync($"/api/collections/{collection}/auth-with-password", body, token: null, CancellationToken.None);
            if (answer.IsSuccess)
                return Accept(AuthRecord.Read(answer.Body));
            statuses.Add($"{collection}: HTTP {answer.Status}");
        }

        var reason = $"PocketBase refused the bridge's own account ({string.Join(", ", statuses)}). Check POCKETBASE_USER and POCKETBASE_PASSWORD.";
        Log.SignInFailed(logger, reason);
        return new Session(Caller: null, reason, clock.GetUtcNow() + RefusalLifetime);
    }

    private Session Accept(AuthRecord auth)
    {
        var now = clock.GetUtcNow();
        var expires = TokenClaims.Find(auth.Token)?.Expires ?? now + RenewBefore;
        var margin = TimeSpan.FromTicks(Math.Min(RenewBefore.Ticks, Math.Max(0, (expires - now).Ticks / 10)));
        Log.SignedIn(logger, auth.Record.CollectionName, expires);
        return new Session(new Caller(auth.Token, auth.Record.CollectionName, auth.Record.Id, IsService: true), Refusal: null, expires - margin);
    }

    private sealed record Session(Caller? Caller, string? Refusal, DateTimeOffset GoodUntil);
}
