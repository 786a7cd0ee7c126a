using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class TokenValidatorTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Expired_token_is_told_without_asking_pocketbase()
    {
        var pocketBase = new StubPocketBase(_ => throw new InvalidOperationException("not to be called"));
        var token = StubPocketBase.Token(_clock.GetUtcNow().AddMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var failure = await Assert.ThrowsAsync<CallFailedException>(() => Validator(pocketBase).ValidateAsync(token, default));

        Assert.Contains("expired at 2026-01-01 00:01:00Z", failure.Message);
        Assert.DoesNotContain(token, failure.Message);
    }

    [Fact]
    public async Task Accepted_token_is_not_checked_again_until_its_check_is_old()
    {
        var token = StubPocketBase.Token(_clock.GetUtcNow().AddHours(1));
        var pocketBase = new StubPocketBase(_ => Task.FromResult((200, StubPocketBase.SignedIn("other", "users"))));
        var validator = Validator(pocketBase);

        var caller = await validator.ValidateAsync(token, default);
        _clock.Advance(TimeSpan.FromMinutes(4));
        await validator.ValidateAsync(token, default);
        Assert.Single(pocketBase.Requests);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await validator.ValidateAsync(token, default);

        Assert.Equal(2, pocketBase.Requests.Count);
        Assert.Equal((token, "users", "u1", false), (caller.Token, caller.Collection, caller.RecordId, caller.IsService));
    }

    [Fact]
    public async Task Guests_answer_makes_it_ask_again_after_ten_seconds()
    {
        var status = 200;
        var token = StubPocketBase.Token(_clock.GetUtcNow().AddHours(1));
        var pocketBase = new StubPocketBase(_ => Task.FromResult((status, status == 200 ? StubPocketBase.SignedIn("other", "users") : "{}")));
        var validator = Validator(pocketBase);
        await validator.ValidateAsync(token, default);

        await validator.ValidateAgainAsync(token, default);
        Assert.Single(pocketBase.Requests);

        (status, _) = (401, 0);
        _clock.Advance(TimeSpan.FromSeconds(11));
        var failure = await Assert.ThrowsAsync<CallFailedException>(() => validator.ValidateAgainAsync(token, default));
        Assert.Contains("does not accept the token (HTTP 401)", failure.Message);
    }

    [Fact]
    public async Task Server_that_fails_is_not_taken_for_a_bad_token()
    {
        var status = 503;
        var token = StubPocketBase.Token(_clock.GetUtcNow().AddHours(1));
        var pocketBase = new StubPocketBase(_ => Task.FromResult((status, StubPocketBase.SignedIn("other", "users"))));
        var validator = Validator(pocketBase);

        var failure = await Assert.ThrowsAsync<CallFailedException>(() => validator.ValidateAsync(token, default));
        Assert.Contains("could not be checked", failure.Message);

        status = 200;
        Assert.Equal("users", (await validator.ValidateAsync(token, default)).Collection);
    }

    [Fact]
    public async Task Printed_caller_does_not_show_its_token()
    {
        var token = StubPocketBase.Token(_clock.GetUtcNow().AddHours(1));
        var pocketBase = new StubPocketBase(_ => Task.FromResult((200, StubPocketBase.SignedIn("other", "users"))));

        Assert.Equal("users/u1", (await Validator(pocketBase).ValidateAsync(token, default)).ToString());
    }

    private TokenValidator Validator(StubPocketBase pocketBase) => new(pocketBase.Client, Options.Create(new BridgeOptions()), _clock);
}
