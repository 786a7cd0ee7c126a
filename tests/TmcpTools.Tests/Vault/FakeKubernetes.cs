using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.Tools.Tests.Vault;

/// <summary>Secrets of one namespace, with the rights of the keeper's Role: create any, read and patch one.</summary>
internal sealed class FakeKubernetes : IAsyncDisposable
{
    public const string Token = "service-account-token";
    public const string Namespace = "vault";
    public const string Permitted = "vault-unseal";

    private LocalServer _server = null!;

    public Uri Address => _server.Address;

    public Dictionary<string, Dictionary<string, string>> Secrets { get; } = [];

    /// <summary>How many of the next patches fail.</summary>
    public int FailingPatches { get; set; }

    public bool MayCreate { get; set; } = true;

    public static async Task<FakeKubernetes> StartAsync()
    {
        var kubernetes = new FakeKubernetes();
        kubernetes._server = await LocalServer.AnswerAsync(kubernetes.HandleAsync);
        return kubernetes;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var text = await new StreamReader(request.Body).ReadToEndAsync();
        if (request.Headers.Authorization != $"Bearer {Token}")
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
        else if (request.Method == "POST" && request.Path == $"/api/v1/namespaces/{Namespace}/secrets")
            context.Response.StatusCode = (int)Create(JsonNode.Parse(text)!);
        else if (request.Path != $"/api/v1/namespaces/{Namespace}/secrets/{Permitted}")
            context.Response.StatusCode = (int)HttpStatusCode.Forbidden;
        else if (!Secrets.TryGetValue(Permitted, out var secret))
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
        else if (request.Method == "PATCH" && FailingPatches-- > 0)
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
        else if (request.Method == "PATCH" && request.ContentType?.StartsWith("application/merge-patch+json", StringComparison.Ordinal) != true)
            context.Response.StatusCode = (int)HttpStatusCode.UnsupportedMediaType;
        else if (request.Method == "PATCH")
            Patch(secret, JsonNode.Parse(text)!);
        else
            await context.Response.WriteAsync(Write(secret));
    }

    private HttpStatusCode Create(JsonNode secret)
    {
        if (!MayCreate)
            return HttpStatusCode.Forbidden;
        var name = (string)secret["metadata"]!["name"]!;
        return Secrets.TryAdd(name, secret["stringData"]!.AsObject().ToDictionary(item => item.Key, item => (string)item.Value!)) ? HttpStatusCode.Created : HttpStatusCode.Conflict;
    }

    private static void Patch(Dictionary<string, string> secret, JsonNode patch)
    {
        foreach (var (key, value) in patch["stringData"] as JsonObject ?? [])
            secret[key] = (string)value!;
        foreach (var (key, value) in patch["data"] as JsonObject ?? [])
        {
            if (value is null)
                secret.Remove(key);
            else
                secret[key] = Encoding.UTF8.GetString(Convert.FromBase64String((string)value!));
        }
    }

    private static string Write(Dictionary<string, string> secret) => new JsonObject
    {
        ["kind"] = "Secret",
        ["data"] = new JsonObject(secret.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)Convert.ToBase64String(Encoding.UTF8.GetBytes(item.Value))))),
    }.ToJsonString();
}
