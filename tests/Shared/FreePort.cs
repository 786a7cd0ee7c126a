using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tmcp.Tests.Shared;

/// <summary>
/// Ports for servers that must be told one. Below the range that systems hand out themselves: a server that a test kills and starts again
/// would else now and then find somebody's connection on its port.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 10_000;
    private const int Highest = 32_767;
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port of the loopback interface that is free now and was not given before by this process.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, Highest + 1);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
