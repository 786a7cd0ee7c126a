using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Tmcp.Tools.Vault;

/// <summary>Vault's API, as far as the keeper needs it: <see href="https://developer.hashicorp.com/vault/api-docs"/>.</summary>
internal sealed class VaultClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address, "/v1/"), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Whose rights the following calls have; null for those that need none.</summary>
    internal string? Token { get; set; }

    public void Dispose() => _http.Dispose();

    /// <summary>Whether Vault has keys at all, and whether it is open.</summary>
    internal async Task<SealStatus> GetSealStatusAsync(CancellationToken cancellationToken) =>
        SealStatus.Read(await ReadAsync("sys/seal-status", cancellationToken));

    /// <summary>Makes keys and root token. They exist in the answer only.</summary>
    internal async Task<VaultKeys> InitialiseAsync(int shares, int threshold, CancellationToken cancellationToken)
    {
        var answer = await WriteAsync(
            HttpMethod.Put, "sys/init", new JsonObject { ["secret_shares"] = shares, ["secret_threshold"] = threshold }, "Vault could not be initialised", cancellationToken);
        return new VaultKeys([.. answer!["keys_base64"]!.AsArray().Select(key => (string)key!)], (string)answer["root_token"]!);
    }

    internal async Task<SealStatus> UnsealAsync(string key, CancellationToken cancellationToken) => SealStatus.Read(
        (await WriteAsync(HttpMethod.Put, "sys/unseal", new JsonObject { ["key"] = key }, "Vault did not accept an unseal key", cancellationToken))!);

    /// <summary>Whether it is open and answers requests itself.</summary>
    internal async Task<bool> IsActiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync("sys/health", cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A token for a service account; null when there is no such role, or Vault does not trust the account.</summary>
    internal async Task<string?> SignInAsync(string mount, string role, string serviceAccountToken, CancellationToken cancellationToken)
    {
        var answer = await WriteAsync(
            HttpMethod.Post,
            $"auth/{mount}/login",
            new JsonObject { ["role"] = role, ["jwt"] = serviceAccountToken },
            "The keeper could not sign in to Vault",
            cancellationToken,
            HttpStatusCode.BadRequest,
            HttpStatusCode.Forbidden,
            HttpStatusCode.NotFound,
            HttpStatusCode.InternalServerError);
        return (string?)answer?["auth"]?["client_token"];
    }

    /// <summary>Whether a token is known and not expired.</summary>
    internal async Task<bool> IsAliveAsync(string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "auth/token/lookup-self");
        request.Headers.TryAddWithoutValidation("X-Vault-Token", token);
        using var answer = await _http.AskAsync(request, "A token could not be looked up", Remedy, cancellationToken, HttpStatusCode.Forbidden);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Ends the life of <see cref="Token"/>; one that is dead already is fine.</summary>
    internal Task RevokeSelfAsync(CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, "auth/token/revoke-self", [], "A token could not be revoked", cancellationToken, HttpStatusCode.Forbidden);

    /// <summary>What is at a path; null for nothing.</summary>
    internal async Task<JsonNode?> FindAsync(string path, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await _http.AskAsync(request, $"'{path}' of Vault could not be read", Remedy, cancellationToken, HttpStatusCode.NotFound);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        // A deleted version of a value is answered with 404 and the facts about it.
        return text.StartsWith('{') ? JsonNode.Parse(text)!["data"] : null;
    }

    internal Task PutAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, path, body, $"'{path}' of Vault could not be written", cancellationToken);

    private const string Remedy =
        "If it is 403, the keeper's rights are not enough: give it a root token for one pass, as docs/runbooks/vault.md says.";

    private async Task<JsonNode> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await _http.AskAsync(request, "Vault's state could not be read", "Check that its pod runs and its address in the keeper's settings.", cancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!;
    }

    private async Task<JsonNode?> WriteAsync(
        HttpMethod method, string path, JsonObject body, string purpose, CancellationToken cancellationToken, params HttpStatusCode[] accepted)
    {
        using var request = Request(method, path);
        request.Options.Set(HttpCalls.IsPrivate, true);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await _http.AskAsync(request, purpose, Remedy, cancellationToken, accepted);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return text.StartsWith('{') ? JsonNode.Parse(text) : null;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        if (Token is not null)
            request.Headers.TryAddWithoutValidation("X-Vault-Token", Token);
        return request;
    }
}
