using System.Text.Json.Nodes;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>The inbox that stands in for Discord.</summary>
internal sealed class Inbox(TmcpStack stack) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = stack.Address(Names.Discord) };

    public async Task<IReadOnlyList<InboxMessage>> ListAsync() =>
        [.. JsonNode.Parse(await _http.GetStringAsync(new Uri("/api/inbox", UriKind.Relative)))!.AsArray().Select(message => new InboxMessage(message!))];

    /// <summary>Waits for the one message of an incident to be as wanted.</summary>
    public async Task<InboxMessage> WaitAsync(string incident, Func<InboxMessage, bool>? wanted = null)
    {
        InboxMessage[] found = [];
        await Until.TrueAsync(
            async () => (found = await OfAsync(incident)) is [var message, ..] && (wanted is null || wanted(message)),
            () => $"the message of incident {incident}; there is: {string.Join('\n', found.AsEnumerable())}");
        return Assert.Single(found);
    }

    /// <summary>What is there of an incident: one message, or none yet.</summary>
    public async Task<InboxMessage[]> OfAsync(string incident) => [.. (await ListAsync()).Where(message => message.Footer.EndsWith(incident, StringComparison.Ordinal))];

    public void Dispose() => _http.Dispose();
}
