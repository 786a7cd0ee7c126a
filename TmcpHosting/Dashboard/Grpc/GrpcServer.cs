using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>A gRPC service on its own loopback listener: HTTP/2 without TLS, every call with the API key.</summary>
internal sealed class GrpcServer : IAsyncDisposable
{
    // 1 s: a call that has been told to stop ends in milliseconds; the rest is a client that does not read.
    private static readonly TimeSpan _stopTimeout = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping;
    private readonly WebApplication _application;

    private GrpcServer(WebApplication application, CancellationTokenSource stopping, Uri address)
    {
        _application = application;
        _stopping = stopping;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="service">What to serve.</param>
    /// <param name="port">Port on the loopback interface; 0 takes a free one.</param>
    /// <param name="logger">For failures of the service's methods.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GrpcServer> StartAsync(GrpcService service, int port, ILogger logger, CancellationToken cancellationToken)
    {
        // The empty builder reads no configuration: nothing that is meant for the AppHost or its services gets in here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, port));
        var application = builder.Build();
        var stopping = new CancellationTokenSource();
        var dispatcher = new GrpcDispatcher(service, logger, stopping.Token);
        application.Run(dispatcher.InvokeAsync);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            stopping.Dispose();
            await application.DisposeAsync();
            throw;
        }

        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new GrpcServer(application, stopping, new Uri(addresses.Addresses.Single()));
    }

    /// <summary>Ends all calls as unavailable and takes no further ones; the listener stays until disposal.</summary>
    public void BeginStop() => _stopping.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        using var timeout = new CancellationTokenSource(_stopTimeout);
        await _application.StopAsync(timeout.Token);
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private static void Configure(KestrelServerOptions options, int port)
    {
        options.AddServerHeader = false;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);

        // An idle stream sends nothing, for hours. Kestrel would take that for a stalled upload or download after 5 s
        // and close the whole connection, with every other stream on it.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxRequestBodySize = null;

        // One log stream per resource and browser tab shares the connection: 100, the default, is 5 tabs on 20 resources.
        options.Limits.Http2.MaxStreamsPerConnection = 2000;
    }
}
