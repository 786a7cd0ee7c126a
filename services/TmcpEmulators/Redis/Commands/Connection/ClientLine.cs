using System.Globalization;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Connection;

/// <summary>A client as CLIENT LIST shows it.</summary>
internal static class ClientLine
{
    public static string Of(Client client, long now) => string.Create(
        CultureInfo.InvariantCulture,
        $"id={client.Id} addr={client.Address} laddr={client.LocalAddress} fd=-1 name={client.Name} age={(now - client.ConnectedAt) / 1000} idle={(now - client.LastCommandAt) / 1000} flags={Flags(client)} db={client.Database} sub={client.Channels.Count} psub={client.Patterns.Count} multi={client.Transaction?.Commands.Count ?? -1} watch={client.Watched.Count} obl={client.Output.Length} cmd={client.LastCommand} user=default resp=2 lib-name={client.Library} lib-ver={client.LibraryVersion}");

    private static string Flags(Client client)
    {
        var flags = (client.Subscriptions > 0 ? "P" : "") + (client.Transaction is not null ? "x" : "") + (client.Waiting is not null ? "b" : "") + (client.IsWatchBroken ? "d" : "");
        return flags.Length == 0 ? "N" : flags;
    }
}
