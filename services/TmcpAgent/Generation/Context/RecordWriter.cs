using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Context;

/// <summary>Makes records through the bridge, as the caller. With an id of one's own a record is made once, however often it is asked for.</summary>
internal sealed partial class RecordWriter(BridgeTools bridge, RecordReader reader, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>The record's id.</summary>
    /// <param name="caller">Whose token writes.</param>
    /// <param name="collection">Where to.</param>
    /// <param name="id">15 letters and digits that name the record for ever, or null to let PocketBase choose.</param>
    /// <param name="data">Its fields.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GenerationException">PocketBase refused it.</exception>
    /// <exception cref="BridgeException">The bridge is gone.</exception>
    public async Task<string> CreateAsync(Caller caller, string collection, string? id, JsonObject data, CancellationToken cancellationToken)
    {
        if (id is not null)
            data["id"] = id;
        for (var attempt = 1; ; attempt++)
        {
            var (text, lost) = await TryAsync(caller, collection, id, data, cancellationToken);
            if (text is not null && RecordReader.Parse(collection, text) is { } made)
                return made.Id;

            // Refused because it is there already, or the answer was lost on the way.
            if (id is not null && await reader.FindAsync(caller, collection, id, cancellationToken) is not null)
                return id;

            if (attempt >= Attempts || (lost is null && PauseIn(text!) is null))
                throw lost ?? (Exception)new GenerationException($"A record of {collection} could not be created: {RecordReader.Quote(text!)}");

            if (text is not null && PauseIn(text) is { } pause)
                await Task.Delay(pause, clock, cancellationToken);
        }
    }

    // Only what has an id of its own may be sent again after an answer was lost.
    private async Task<(string? Text, BridgeException? Lost)> TryAsync(
        Caller caller, string collection, string? id, JsonObject data, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = new JsonObject { ["collection"] = collection, ["data"] = data.DeepClone() };
            return (await bridge.CallAsync("create_record", arguments, caller, cancellationToken), null);
        }
        catch (BridgeException exception) when (id is not null)
        {
            return (null, exception);
        }
    }

    // Error: Too many calls: the account has made 1200 calls of create_record within a minute (setting Bridge:CallsPerMinute). Go on in 12 s.
    private static TimeSpan? PauseIn(string text) =>
        Busy().Match(text) is { Success: true } busy ? TimeSpan.FromSeconds(int.Parse(busy.Groups["seconds"].Value, CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"^Error: Too many calls.*Go on in (?<seconds>\d{1,3}) s", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Busy();
}
