using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Callers;

/// <summary>Asks PocketBase whom a token belongs to.</summary>
internal sealed class PocketBaseUsers(IHttpClientFactory clients, IOptions<CallerOptions> options)
{
    public const string Client = "pocketbase";

    /// <summary>
    /// Refreshing is the one call that tells a good token from a bad one: everywhere else a bad one counts as a guest's. The new token
    /// in the answer is not used.
    /// </summary>
    public async Task<TokenVerdict> IdentifyAsync(string token, CancellationToken cancellationToken)
    {
        var server = options.Value.PocketBaseUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Below("api/collections/users/auth-refresh"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var http = clients.CreateClient(Client);
            using var response = await http.SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(response, cancellationToken),
                HttpStatusCode.Unauthorized => new TokenVerdict.Refused("PocketBase does not accept the token: sign in again."),
                HttpStatusCode.Forbidden => new TokenVerdict.Refused(
                    "The token belongs to another collection than 'users': sign in as a user, superusers cannot chat."),
                _ => new TokenVerdict.Unknown($"PocketBase at {server} answered {(int)response.StatusCode} to the token check."),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException)
        {
            return new TokenVerdict.Unknown($"PocketBase at {server} could not be asked about the token ({exception.GetType().Name}).");
        }
    }

    private static async Task<TokenVerdict> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var answer = await JsonSerializer.DeserializeAsync(body, CallerJson.Default.RefreshAnswer, cancellationToken);
        return answer?.Record?.Id is { Length: > 0 } id
            ? new TokenVerdict.Accepted(id)
            : new TokenVerdict.Unknown("PocketBase answered the token check without a record.");
    }
}
