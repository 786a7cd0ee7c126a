using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>Where one listener of the dashboard is.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">A name, an address, or <c>*</c> for all addresses of this machine.</param>
/// <param name="Port">Never 0 once the settings are read.</param>
internal sealed record DashboardAddress(string Scheme, string Host, int Port)
{
    /// <summary>The form that the dashboard listens on.</summary>
    public string Binding => $"{Scheme}://{Host}:{Port}";

    /// <summary>The form that a client on this machine uses.</summary>
    public Uri Url => new($"{Scheme}://{(Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : Host)}:{Port}");

    /// <summary>Reads an address such as <c>http://localhost:15888</c>, <c>http://*:80</c> or <c>http://127.0.0.1:0</c>.</summary>
    /// <param name="text">The address.</param>
    /// <param name="setting">Where it was written, for the error message.</param>
    /// <exception cref="DistributedApplicationException">It is none.</exception>
    public static DashboardAddress Parse(string text, string setting)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            if (address.Scheme is "http" or "https" && address.Host.Length > 0 && !address.IsUnixPipe && !address.IsNamedPipe)
                return new DashboardAddress(address.Scheme, address.Host, address.Port);
        }
        catch (FormatException)
        {
            // Said below, with the name of the setting.
        }

        throw new DistributedApplicationException(
            $"The dashboard cannot listen on '{text}' ({setting}): it is no http or https address. Write one like http://localhost:15888.");
    }

    /// <summary>Whether somebody listens there already.</summary>
    public bool IsTaken()
    {
        try
        {
            using var socket = new TcpListener(IPAddress.Loopback, Port);
            socket.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
