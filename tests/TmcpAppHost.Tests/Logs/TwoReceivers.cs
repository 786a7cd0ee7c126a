using System.Net;
using System.Text.Json.Nodes;

namespace Tmcp.AppHost.Tests.Logs;

/// <summary>Log store and AIOps agent behind one client; one of them can be away.</summary>
internal sealed class TwoReceivers : HttpMessageHandler, IHttpClientFactory
{
    public const string Store = "store";
    public const string Agent = "agent";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<string>> _taken = new() { [Store] = [], [Agent] = [] };
    private volatile string? _away;
    private volatile int _refused;

    /// <summary>Who refuses everything for now; null for nobody.</summary>
    public string? Away
    {
        get => _away;
        set => _away = value;
    }

    /// <summary>Requests that were refused.</summary>
    public int Refused => _refused;

    /// <summary>How many messages a receiver took.</summary>
    public int Count(string receiver)
    {
        lock (_lock)
            return _taken[receiver].Count;
    }

    /// <summary>The messages that a receiver took, in the order of their coming.</summary>
    public IReadOnlyList<string> Of(string receiver)
    {
        lock (_lock)
            return [.. _taken[receiver]];
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var receiver = request.RequestUri!.Host;
        if (receiver == _away)
        {
            Interlocked.Increment(ref _refused);
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (_lock)
            _taken[receiver].AddRange(receiver == Store ? Stored(body) : Reported(body));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "errors": false }""") };
    }

    // A line that says what to do, a line with the document, and again.
    private static IEnumerable<string> Stored(string body) =>
        body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where((_, index) => index % 2 == 1).Select(line => Message(JsonNode.Parse(line)));

    private static IEnumerable<string> Reported(string body) => JsonNode.Parse(body)!.AsArray().Select(Message);

    private static string Message(JsonNode? document) => (string)document!["message"]!;
}
