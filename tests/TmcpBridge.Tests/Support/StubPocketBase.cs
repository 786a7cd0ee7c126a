using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.PocketBase;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>Answers in PocketBase's place from a function, without a network; for what the real one does only after hours.</summary>
internal sealed class StubPocketBase(Func<HttpRequestMessage, Task<(int Status, string Body)>> answer) : HttpMessageHandler, IHttpClientFactory
{
    public ConcurrentQueue<string> Requests { get; } = new();

    public static IOptions<PocketBaseOptions> Account { get; } =
        Options.Create(new PocketBaseOptions { Url = new Uri("http://pocketbase.test"), User = "bridge@tmcp.test", Password = "irrelevant" });

    public PocketBaseClient Client => new(this, Account);

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    /// <summary>A token as PocketBase makes them, without a valid signature.</summary>
    public static string Token(DateTimeOffset expires, string collectionId = "_pb_users_auth_") =>
        $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{Encode(JsonSerializer.Serialize(new { collectionId, exp = expires.ToUnixTimeSeconds(), id = "u1", type = "auth" }))}.c2lnbmF0dXJl";

    public static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string SignedIn(string token, string collection = "_superusers") =>
        JsonSerializer.Serialize(new { token, record = new { id = "u1", collectionName = collection } });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}");
        var (status, body) = await answer(request);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
