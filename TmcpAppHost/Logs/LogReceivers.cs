using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>The two places that log lines go to, as in the cluster: the store, and the AIOps agent.</summary>
internal static class LogReceivers
{
    private const int TooManyRequests = 429;
    private const int FirstServerError = 500;

    /// <summary>
    /// Writes a batch into the daily indexes of Elasticsearch (https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk). A line
    /// that is there already counts as written, one that the index does not take is left out: it would never be taken.
    /// </summary>
    /// <exception cref="HttpRequestException">Not everything was written for now; send the batch again.</exception>
    internal static async Task StoreAsync(HttpClient client, Uri elasticsearch, IReadOnlyList<ShippedLine> lines, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        foreach (var (id, line) in lines)
        {
            JsonSerializer.Serialize(body, new { create = new { _index = LogFields.Index(line.Timestamp), _id = id } });
            body.WriteByte((byte)'\n');
            JsonSerializer.Serialize(body, line, LogDocumentJson.Default.LogDocument);
            body.WriteByte((byte)'\n');
        }

        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await client.PostAsync(new Uri(elasticsearch, "/_bulk"), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (answer.GetProperty("errors").GetBoolean() && answer.GetProperty("items").EnumerateArray().Any(IsForNow))
            throw new HttpRequestException("Elasticsearch did not write every line.");
    }

    /// <summary>Posts a batch to the AIOps agent. A refusal of the content is final; everything else is tried again.</summary>
    internal static Task ReportAsync(HttpClient client, Uri agent, IReadOnlyList<ShippedLine> lines, CancellationToken cancellationToken)
    {
        var documents = lines.Select(line => line.Document).ToArray();
        return PostAsync(client, new Uri(agent, "/api/webhook/k8s-logs"), JsonContent.Create(documents, LogDocumentJson.Default.IReadOnlyListLogDocument), cancellationToken);
    }

    /// <summary>Posts to the AIOps agent; the same.</summary>
    internal static async Task PostAsync(HttpClient client, Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        using (content)
        {
            using var response = await client.PostAsync(address, content, cancellationToken);
            if ((int)response.StatusCode is >= FirstServerError or TooManyRequests)
                response.EnsureSuccessStatusCode();
        }
    }

    // {"create":{"status":201}}
    private static bool IsForNow(JsonElement item) =>
        item.EnumerateObject().First().Value.GetProperty("status").GetInt32() is TooManyRequests or >= FirstServerError;
}
