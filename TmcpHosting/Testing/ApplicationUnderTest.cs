using System.Runtime.ExceptionServices;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>The application of an entry point, seen from the test: starting lets the entry point go on, stopping waits for its end.</summary>
internal sealed class ApplicationUnderTest : DistributedApplication
{
    private readonly EntryPointRun _run;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceFailure _failure;

    public ApplicationUnderTest(DistributedApplication application, EntryPointRun run)
        : base(application)
    {
        _run = run;
        _lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();
        _notifications = application.Services.GetRequiredService<ResourceNotificationService>();
        _failure = new ResourceFailure(application.Services.GetRequiredService<ResourceLoggerService>());
    }

    /// <summary>Asks the application to stop, without waiting.</summary>
    public void RequestStop() => _lifetime.StopApplication();

    /// <summary>Disposes the application itself; harmless when its entry point has done so.</summary>
    public ValueTask DisposeInnerAsync() => base.DisposeAsync();

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        _run.Gate.Open();
        if (await Task.WhenAny(started.Task, _run.Ended).WaitAsync(cancellationToken).ConfigureAwait(false) == started.Task)
            return;
        if (_lifetime.ApplicationStarted.IsCancellationRequested)
            return; // started, and ended at once

        var exception = _run.Ended.Exception?.InnerException
            ?? new InvalidOperationException($"The entry point ended without starting the application it built (exit code {_run.ExitCode}). It has to call Run(), RunAsync() or StartAsync().");
        if (Failures() is { Length: > 0 } failures)
            throw new DistributedApplicationException($"The application did not start: {exception.Message}{failures}", exception);
        ExceptionDispatchInfo.Throw(exception);
    }

    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using (this)
        {
            await StartAsync(cancellationToken).ConfigureAwait(false);
            await _run.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        RequestStop();
        await _run.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

#pragma warning disable CA2215 // the run disposes the application that the base wraps, after its entry point has let go of it
    public override void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public override ValueTask DisposeAsync() => _run.DisposeAsync();
#pragma warning restore CA2215

    private string Failures()
    {
        var failed = _notifications.CurrentStates().Where(current =>
            current.Snapshot.State?.Text == KnownResourceStates.FailedToStart || current.Snapshot.ExitCode is not (null or 0));
        return string.Concat(failed.Select(current =>
            $"{Environment.NewLine}Resource {ResourceFailure.State(current)}. {_failure.LastLines(current.ResourceId)}"));
    }
}
