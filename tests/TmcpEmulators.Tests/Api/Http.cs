using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Api;

/// <summary>Short forms of the requests that the tests make.</summary>
internal static class Http
{
    public const string Model = "qwen3:4b-instruct-2507-q4_K_M";

    public static async Task<(HttpStatusCode Status, string Body, string Type)> SendAsync(this HttpClient client, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString() ?? "");
    }

    public static async Task<JsonNode> PostAsync(this HttpClient client, string path, string body)
    {
        var (status, answer, _) = await client.SendAsync(HttpMethod.Post, path, body);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(answer)!;
    }
}
