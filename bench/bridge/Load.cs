using System.Diagnostics;
using System.Net.Http.Headers;

namespace Tmcp.Bench.Bridge;

/// <summary>Clients that call one after the other, each on its own connection, for a time.</summary>
internal static class Load
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Latency of every call that ended in time, in milliseconds.</summary>
    public static async Task<List<double>> RunAsync(BenchServer server, BenchCall call, int clients, TimeSpan time)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = clients, UseProxy = false, UseCookies = false };
        using var http = new HttpMessageInvoker(handler);
        await CheckAsync(http, server, call);

        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => CallUntilAsync(http, server, call, end))));
        return [.. all.SelectMany(latencies => latencies)];
    }

    private static async Task<List<double>> CallUntilAsync(HttpMessageInvoker http, BenchServer server, BenchCall call, long end)
    {
        var latencies = new List<double>(10_000);
        var sink = new byte[64 * 1_024];
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            using var request = Request(server, call);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync();
            while (await body.ReadAsync(sink) > 0)
            {
                // To the end, as a client does.
            }

            var now = Stopwatch.GetTimestamp();
            if (now > end)
                return latencies;
            latencies.Add(Stopwatch.GetElapsedTime(start, now).TotalMilliseconds);
        }
    }

    // A server that answers nonsense would be fast.
    private static async Task CheckAsync(HttpMessageInvoker http, BenchServer server, BenchCall call)
    {
        using var request = Request(server, call);
        using var answer = await http.SendAsync(request, CancellationToken.None);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || !text.Contains(call.Expected, StringComparison.Ordinal) || text.Contains("Error:", StringComparison.Ordinal))
            throw new InvalidOperationException($"{server.Name} answered {call.Tool} with {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 500)]}");
    }

    private static HttpRequestMessage Request(BenchServer server, BenchCall call)
    {
        var request = server.SpeaksMcp
            ? new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "mcp")) { Content = new ByteArrayContent(call.Message) { Headers = { ContentType = Json } } }
            : new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, call.DirectPath));
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {call.Token}");
        return request;
    }
}
