using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tmcp.Logs;

namespace Tmcp.AiOps.Context;

/// <summary>Searches the log documents.</summary>
internal sealed class Elasticsearch(IHttpClientFactory clients, IOptions<ContextOptions> options)
{
    public const string HttpClientName = "elasticsearch";

    private const int MaxAnswer = 8 * 1024 * 1024;

    /// <summary>Address without user name and password.</summary>
    public Uri Address { get; } = new UriBuilder(options.Value.ElasticsearchUrl) { UserName = "", Password = "" }.Uri;

    /// <exception cref="ContextException">No answer, or not the one of a search.</exception>
    public async Task<JsonElement> SearchAsync(JsonObject query, CancellationToken cancellationToken)
    {
        // A day without an index is no failure: nothing was written then.
        var address = new Uri($"{Address.AbsoluteUri.TrimEnd('/')}/{LogFields.IndexPattern}/_search?ignore_unavailable=true&allow_no_indices=true");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new StringContent(query.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = Authorization();
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new ContextException($"Elasticsearch at {Address.Authority} answered {(int)response.StatusCode}. See its log.");
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var bytes = await BoundedRead.ToArrayAsync(stream, MaxAnswer, cancellationToken);
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new ContextException($"Elasticsearch at {Address.Authority} sent something that is no search result. Check ELASTICSEARCH_URL.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ContextException($"Elasticsearch at {Address.Authority} cannot be reached. Start it, or correct ELASTICSEARCH_URL.");
        }
    }

    private AuthenticationHeaderValue? Authorization()
    {
        var user = options.Value.ElasticsearchUrl.UserInfo;
        return user.Length == 0
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(user))));
    }
}

/// <summary>The log store gave nothing. The message is fit for the model and for people.</summary>
internal sealed class ContextException(string message) : Exception(message);
