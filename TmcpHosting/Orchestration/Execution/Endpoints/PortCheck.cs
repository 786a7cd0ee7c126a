using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>
/// Finds taken ports before anything is started. dcp says nothing about them: its service stays without an address while it
/// retries for a minute.
/// </summary>
internal static class PortCheck
{
    /// <summary>Throws one message that names every port that cannot be had.</summary>
    public static void ThrowIfTaken(IReadOnlyList<FixedPort> ports)
    {
        var problems = new List<string>();
        foreach (var group in ports.GroupBy(wanted => wanted.Port))
        {
            var first = group.First();
            if (group.Skip(1).FirstOrDefault() is { } second)
                problems.Add($"port {group.Key} is wanted by both '{first.Resource}' ({first.Endpoint}) and '{second.Resource}' ({second.Endpoint})");
            else if (!IsFree(group.Key))
                problems.Add($"port {group.Key} of '{first.Resource}' ({first.Endpoint}) is taken by {PortHolder.Find(group.Key) ?? "another process"}");
        }

        if (problems.Count > 0)
            throw new DistributedApplicationException(
                $"Nothing was started: {string.Join("; ", problems)}. Stop what holds it, or give the resource another port.");
    }

    /// <summary>True when every loopback address of the port can be listened on.</summary>
    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // The machine has no such address, IPv6 switched off for example.
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
