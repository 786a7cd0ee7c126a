using System.Text.Json.Nodes;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests.Alerts;

/// <summary>What became of a load: its alerts counted in the incidents, its messages counted in Discord's inbox.</summary>
internal sealed class Told(AlertStack stack, AlertLoad load) : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(90);

    private readonly HttpClient _agent = new() { BaseAddress = stack.Address(Names.AiOpsAgent) };
    private readonly HttpClient _discord = new() { BaseAddress = stack.Address(Names.Discord) };

    /// <summary>Nothing lost: each alert is in its incident, and each incident is told. Nothing doubled beyond what was allowed.</summary>
    /// <param name="messagesTwice">Messages that may be there twice: what was being sent at each kill. A third copy never is.</param>
    /// <returns>The incidents.</returns>
    public async Task<IReadOnlyList<JsonNode>> AssertAllAsync(int messagesTwice)
    {
        var incidents = await AllToldAsync();

        Assert.All(incidents, incident => Assert.Equal(AlertLoad.PerCause, Members(incident)));
        Assert.Equal(AlertLoad.Alerts, incidents.Sum(Members));
        Assert.InRange(await CountedAsync(incidents), AlertLoad.Alerts, AlertLoad.Alerts + load.Repeated);

        var messages = await MessagesAsync();
        var copies = incidents.Select(incident => messages.Count(footer => footer.EndsWith((string)incident["id"]!, StringComparison.Ordinal))).ToList();
        Assert.All(copies, count => Assert.InRange(count, 1, messagesTwice == 0 ? 1 : 2));
        Assert.InRange(copies.Sum(), AlertLoad.Causes, AlertLoad.Causes + messagesTwice);
        return incidents;
    }

    public void Dispose()
    {
        _agent.Dispose();
        _discord.Dispose();
    }

    private async Task<IReadOnlyList<JsonNode>> AllToldAsync()
    {
        using var limit = new CancellationTokenSource(_limit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        IReadOnlyList<JsonNode> found = [];
        try
        {
            while (true)
            {
                found = await IncidentsAsync(limit.Token);
                if (found.Count >= AlertLoad.Causes && found.All(incident => Members(incident) == AlertLoad.PerCause && incident["notification"]?["told"] is not null))
                    return found;
                await tick.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            var letters = await _agent.GetStringAsync(new Uri("/api/dead-letters", UriKind.Relative), CancellationToken.None);
            Assert.Fail($"After {_limit}: {found.Count} of {AlertLoad.Causes} incidents, {found.Sum(Members)} of {AlertLoad.Alerts} alerts, "
                + $"{found.Count(incident => incident["notification"]?["told"] is not null)} told. Dead letters: {letters[..Math.Min(letters.Length, 800)]}");
            throw;
        }
    }

    private async Task<IReadOnlyList<JsonNode>> IncidentsAsync(CancellationToken cancellationToken)
    {
        var list = JsonNode.Parse(await _agent.GetStringAsync(new Uri("/api/incidents?limit=500", UriKind.Relative), cancellationToken))!;
        return [.. list["incidents"]!.AsArray().Where(incident => ((string?)incident!["first"]!["name"])?.StartsWith($"{load.Run}-", StringComparison.Ordinal) == true).Select(incident => incident!)];
    }

    // The list has the count of when an incident was last worked on; the incident itself has today's.
    private async Task<long> CountedAsync(IEnumerable<JsonNode> incidents)
    {
        var details = await Task.WhenAll(incidents.Select(incident => _agent.GetStringAsync(new Uri($"/api/incidents/{incident["id"]}", UriKind.Relative))));
        return details.Sum(detail => (long)JsonNode.Parse(detail)!["incident"]!["count"]!);
    }

    private async Task<IReadOnlyList<string>> MessagesAsync() =>
        [.. JsonNode.Parse(await _discord.GetStringAsync(new Uri("/api/inbox", UriKind.Relative)))!.AsArray().Select(message => (string)message!["embeds"]![0]!["footer"]!["text"]!)];

    private static int Members(JsonNode incident) => incident["members"]!.AsObject().Count(member => (bool)member.Value!);
}
