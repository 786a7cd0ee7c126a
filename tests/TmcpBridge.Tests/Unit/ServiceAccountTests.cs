using Microsoft.Extensions.Logging.Abstractions;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class ServiceAccountTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Token_is_renewed_before_its_own_end()
    {
        var pocketBase = new StubPocketBase(_ => Task.FromResult((200, StubPocketBase.SignedIn(StubPocketBase.Token(_clock.GetUtcNow().AddHours(24))))));
        var account = Account(pocketBase);
        var first = await account.GetAsync(default);

        _clock.Advance(TimeSpan.FromHours(24) - ServiceAccount.RenewBefore - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Token, (await account.GetAsync(default)).Token);
        Assert.Single(pocketBase.Requests);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(first.Token, (await account.GetAsync(default)).Token);
    }

    [Fact]
    public async Task Callers_at_the_same_time_sign_in_once()
    {
        var release = new TaskCompletionSource<(int, string)>();
        var pocketBase = new StubPocketBase(_ => release.Task);
        var account = Account(pocketBase);

        var callers = Enumerable.Range(0, 20).Select(_ => account.GetAsync(default)).ToList();
        release.SetResult((200, StubPocketBase.SignedIn(StubPocketBase.Token(_clock.GetUtcNow().AddHours(1)))));
        await Task.WhenAll(callers);

        Assert.Single(pocketBase.Requests);
    }

    [Fact]
    public async Task Account_may_be_a_plain_user()
    {
        var pocketBase = new StubPocketBase(request => Task.FromResult(request.RequestUri!.AbsolutePath.Contains("_superusers", StringComparison.Ordinal)
            ? (400, "{}")
            : (200, StubPocketBase.SignedIn(StubPocketBase.Token(_clock.GetUtcNow().AddHours(1)), "users"))));

        var caller = await Account(pocketBase).GetAsync(default);

        Assert.False(caller.IsSuperuser);
        Assert.True(caller.IsService);
        Assert.Equal(
            ["POST /api/collections/_superusers/auth-with-password", "POST /api/collections/users/auth-with-password"],
            pocketBase.Requests);
    }

    [Fact]
    public async Task Refused_account_is_not_tried_again_for_ten_seconds()
    {
        var pocketBase = new StubPocketBase(_ => Task.FromResult((400, "{}")));
        var account = Account(pocketBase);

        var failure = await Assert.ThrowsAsync<CallFailedException>(() => account.GetAsync(default));
        await Assert.ThrowsAsync<CallFailedException>(() => account.GetAsync(default));
        Assert.Contains("POCKETBASE_USER", failure.Message);
        Assert.Equal(2, pocketBase.Requests.Count);

        _clock.Advance(ServiceAccount.RefusalLifetime);
        await Assert.ThrowsAsync<CallFailedException>(() => account.GetAsync(default));
        Assert.Equal(4, pocketBase.Requests.Count);
    }

    [Fact]
    public async Task Unreachable_server_is_asked_again_by_the_next_caller()
    {
        var up = false;
        var pocketBase = new StubPocketBase(_ => up
            ? Task.FromResult((200, StubPocketBase.SignedIn(StubPocketBase.Token(_clock.GetUtcNow().AddHours(1)))))
            : throw new HttpRequestException("refused"));
        var account = Account(pocketBase);

        await Assert.ThrowsAsync<HttpRequestException>(() => account.GetAsync(default));
        up = true;

        Assert.True((await account.GetAsync(default)).IsSuperuser);
    }

    [Fact]
    public async Task Rejected_token_is_replaced_once()
    {
        var pocketBase = new StubPocketBase(_ => Task.FromResult((200, StubPocketBase.SignedIn(StubPocketBase.Token(_clock.GetUtcNow().AddHours(1))))));
        var account = Account(pocketBase);
        var first = await account.GetAsync(default);
        _clock.Advance(TimeSpan.FromSeconds(1));

        account.Reject(first.Token);
        var second = await account.GetAsync(default);
        account.Reject(first.Token);

        Assert.Equal(second.Token, (await account.GetAsync(default)).Token);
        Assert.Equal(2, pocketBase.Requests.Count);
    }

    private ServiceAccount Account(StubPocketBase pocketBase) =>
        new(pocketBase.Client, StubPocketBase.Account, _clock, NullLogger<ServiceAccount>.Instance);
}
