using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>A described application: resources, and the services that run them.</summary>
public class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost _host;

    /// <summary>Wraps a host that was built.</summary>
    /// <param name="host">The host.</param>
    public DistributedApplication(IHost host) => _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>The states of resources, and ways to wait for them.</summary>
    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    /// <summary>Executes commands of resources.</summary>
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>Begins the description of an application without command line.</summary>
    /// <returns>The builder.</returns>
    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    /// <summary>Begins the description of an application.</summary>
    /// <param name="args">The command line of the AppHost.</param>
    /// <returns>The builder.</returns>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new DistributedApplicationBuilder(args);
    }

    /// <summary>Begins the description of an application.</summary>
    /// <param name="options">How the application is built.</param>
    /// <returns>The builder.</returns>
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DistributedApplicationBuilder(options);
    }

    /// <summary>
    /// Runs the application until it is stopped. Trouble with the application itself is one line on the error stream and exit code 1.
    /// </summary>
    public void Run()
    {
        try
        {
            RunAsync().GetAwaiter().GetResult();
        }
        catch (DistributedApplicationException failure) when (!Testing.EntryPointRun.IsActive)
        {
            // The edge of the process: the message says what to do, a stack trace would only hide it. A test wants the exception.
            Console.Error.WriteLine(failure.Message);
            Environment.ExitCode = 1;
        }
    }

    /// <summary>Runs the application until it is stopped, then disposes it.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Ends when it has stopped.</returns>
    /// <exception cref="DistributedApplicationException">It could not start, or the orchestrator ended under it.</exception>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using (this)
        {
            await StartAsync(cancellationToken).ConfigureAwait(false);
            await _host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            if (Services.GetService<OrchestrationFailure>()?.Message is { } failure)
                throw new DistributedApplicationException(failure);
        }
    }

    /// <summary>Starts the application: checks the model, raises <see cref="BeforeStartEvent"/>, starts the host.</summary>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>Ends when every resource that starts by itself was handed over to be started.</returns>
    /// <exception cref="DistributedApplicationException">The model is wrong; the message says where.</exception>
    public virtual async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await Services.GetRequiredService<ApplicationStart>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        await _host.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the application and all its resources.</summary>
    /// <param name="cancellationToken">Stops waiting for them.</param>
    /// <returns>Ends when they have stopped.</returns>
    public virtual Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    /// <summary>Frees what the application holds.</summary>
#pragma warning disable CA1816, CA1063 // nothing of its own to finalize; the host is what is disposed
    public virtual void Dispose() => _host.Dispose();

    /// <summary>Frees what the application holds.</summary>
    /// <returns>Ends when it is done.</returns>
    public virtual ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
            return host.DisposeAsync();

        _host.Dispose();
        return ValueTask.CompletedTask;
    }
#pragma warning restore CA1816, CA1063

    Task IHost.StartAsync(CancellationToken cancellationToken) => StartAsync(cancellationToken);

    Task IHost.StopAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);
}
