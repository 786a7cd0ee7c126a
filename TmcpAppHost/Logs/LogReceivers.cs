using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>The two places that log lines go to, as in the cluster: the store, and the AIOps agent.</summary>
internal static class LogReceivers
{
    /// <summary>Writes a batch into the daily indexes of Elasticsearch (https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk).</summary>
    internal static async Task StoreAsync(HttpClient client, Uri elasticsearch, IReadOnlyList<LogDocument> lines, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(body, new { index = new { _index = LogFields.Index(line.Timestamp) } });
            body.WriteByte((byte)'\n');
            JsonSerializer.Serialize(body, line, LogDocumentJson.Default.LogDocument);
            body.WriteByte((byte)'\n');
        }

        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await client.PostAsync(new Uri(elasticsearch, "/_bulk"), content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Posts a batch to the AIOps agent. A refusal of the content is final; everything else is tried again.</summary>
    internal static async Task ReportAsync(HttpClient client, Uri agent, IReadOnlyList<LogDocument> lines, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync(new Uri(agent, "/api/webhook/k8s-logs"), lines, LogDocumentJson.Default.IReadOnlyListLogDocument, cancellationToken);
        if ((int)response.StatusCode is >= 500 or 429)
            response.EnsureSuccessStatusCode();
    }
}
