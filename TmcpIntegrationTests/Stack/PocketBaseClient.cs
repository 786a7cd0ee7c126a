using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Tmcp.IntegrationTests;

/// <summary>PocketBase's own API through the gateway, as one user.</summary>
internal sealed class PocketBaseClient : IDisposable
{
    /// <summary>Whom the demo data belongs to.</summary>
    public const string DemoUser = "demo@tmcp.local";

    private readonly HttpClient _http;

    private PocketBaseClient(HttpClient http, string token, string userId) => (_http, Token, UserId) = (http, token, userId);

    public string Token { get; }

    public string UserId { get; }

    /// <summary>Signs in through <c>/pb</c> as the person would.</summary>
    public static async Task<PocketBaseClient> SignInAsync(TmcpStack stack, string email, string password, string collection = "users")
    {
        var http = stack.CreateGatewayClient();
        using var response = await http.PostAsJsonAsync(
            $"/pb/api/collections/{collection}/auth-with-password", new { identity = email, password });
        response.EnsureSuccessStatusCode();
        var session = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var token = (string)session["token"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new PocketBaseClient(http, token, (string)session["record"]!["id"]!);
    }

    public static Task<PocketBaseClient> SignInAsDemoUserAsync(TmcpStack stack) => SignInAsync(stack, DemoUser, stack.DemoPassword);

    /// <summary>Makes a user with a workspace of its own and signs it in.</summary>
    public static async Task<(PocketBaseClient Client, string WorkspaceId)> SignUpAsync(TmcpStack stack, string workspace)
    {
        var password = Guid.NewGuid().ToString("N");
        var email = $"user-{Guid.NewGuid():N}@tmcp.local";
        using var guest = stack.CreateGatewayClient();
        using var created = await guest.PostAsJsonAsync(
            "/pb/api/collections/users/records", new { email, password, passwordConfirm = password, name = workspace });
        created.EnsureSuccessStatusCode();
        var client = await SignInAsync(stack, email, password);
        var record = await client.CreateAsync("workspaces", new { name = workspace, owner_id = client.UserId, members = new[] { client.UserId } });
        return (client, (string)record["id"]!);
    }

    public async Task<JsonArray> ListAsync(string collection, string filter = "")
    {
        var body = await _http.GetStringAsync($"/pb/api/collections/{collection}/records?perPage=200&filter={Uri.EscapeDataString(filter)}");
        return JsonNode.Parse(body)!["items"]!.AsArray();
    }

    public async Task<JsonNode> CreateAsync(string collection, object record)
    {
        using var response = await _http.PostAsJsonAsync($"/pb/api/collections/{collection}/records", record);
        return await ReadAsync(response, $"Creating in {collection}");
    }

    public async Task<JsonNode> UpdateAsync(string collection, string id, object changes)
    {
        using var response = await _http.PatchAsJsonAsync($"/pb/api/collections/{collection}/records/{id}", changes);
        return await ReadAsync(response, $"Changing '{id}' in {collection}");
    }

    public Task<HttpResponseMessage> GetAsync(string collection, string id) => _http.GetAsync($"/pb/api/collections/{collection}/records/{id}");

    public void Dispose() => _http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, string what)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new HttpRequestException($"{what} answered {(int)response.StatusCode}: {body}");
    }
}
