using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>PocketBase as far as the agent asks it: health and token refresh.</summary>
internal sealed class FakePocketBase : IAsyncDisposable
{
    private LocalServer _server = null!;
    private int _checks;

    public Uri Address => _server.Address;

    public ConcurrentDictionary<string, string> Users { get; } = new();

    /// <summary>Tokens of other collections: PocketBase answers 403 to them.</summary>
    public ConcurrentDictionary<string, bool> Others { get; } = new();

    public int Checks => _checks;

    public int? FailWith { get; set; }

    /// <summary>Answers wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static async Task<FakePocketBase> StartAsync()
    {
        var fake = new FakePocketBase();
        fake._server = await LocalServer.StartAsync(app =>
        {
            app.MapGet("/api/health", (RequestDelegate)(context => context.Response.WriteAsync("""{"code":200}""")));
            app.MapPost("/api/collections/users/auth-refresh", (RequestDelegate)fake.RefreshAsync);
        });
        return fake;
    }

    /// <summary>A user who may sign in, by its token.</summary>
    public string AddUser(string userId, DateTimeOffset? expires = null)
    {
        var token = Tokens.For(userId, expires);
        Users[token] = userId;
        return token;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RefreshAsync(HttpContext context)
    {
        Interlocked.Increment(ref _checks);
        await Gate;
        var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        if (FailWith is { } status)
            context.Response.StatusCode = status;
        else if (Others.ContainsKey(token))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (!Users.TryGetValue(token, out var userId))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            await context.Response.WriteAsync($$$"""{"token":"{{{token}}}-new","record":{"id":"{{{userId}}}","collectionName":"users"}}""");
    }
}
