using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

/// <summary>
/// One run of an AppHost's entry point, on a thread of its own. The builder announces itself through a diagnostic listener; this
/// run holds the entry point first at <c>Build()</c> and then before its application starts.
/// </summary>
internal sealed class EntryPointRun(Assembly assembly, string[] args, EntryPointHooks hooks)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    // A host gives its services 30 s to stop; an entry point that does not wait for that is left behind.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromMinutes(1);

    // Which run the code on this thread, and all it starts, belongs to: several may build at once.
    private static readonly AsyncLocal<EntryPointRun?> s_current = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _building = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ApplicationUnderTest> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> _subscriptions = [];

    /// <summary>True on the thread of an entry point that is run by a test, and in all that it starts.</summary>
    public static bool IsActive => s_current.Value is not null;

    /// <summary>Lets the application start.</summary>
    public StartGate Gate { get; } = new();

    /// <summary>Ends with the entry point; fails with what it threw.</summary>
    public Task Ended => _ended.Task;

    /// <summary>What the entry point returned; 0 when it returns nothing or has not ended.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Starts the entry point and waits for its <c>Build()</c>.</summary>
    public Task<DistributedApplicationBuilder> StartAsync(CancellationToken cancellationToken)
    {
        var main = assembly.EntryPoint ?? throw new InvalidOperationException(
            $"Assembly '{assembly.GetName().Name}' has no entry point. Pass a type of the AppHost's own assembly, such as Projects.<AppHost>.");
        lock (_subscriptions)
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        var thread = new Thread(() => Run(main)) { IsBackground = true, Name = $"{assembly.GetName().Name} entry point" };
        thread.Start();
        return _building.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets <c>Build()</c> go on, and waits for what it makes.</summary>
    public Task<ApplicationUnderTest> BuildAsync(CancellationToken cancellationToken)
    {
        _mayBuild.TrySetResult();
        return _built.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sends an entry point that is held home, stops its application, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        _mayBuild.TrySetException(new EntryPointAbandonedException());
        Gate.Abandon();
        Unsubscribe();
        if (_built.Task.IsCompletedSuccessfully)
            await StopAsync(await _built.Task.ConfigureAwait(false)).ConfigureAwait(false);
        else if (_building.Task.IsCompletedSuccessfully)
            await _ended.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == BuilderDiagnostics.ListenerName)
        {
            lock (_subscriptions)
                _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (s_current.Value != this || _built.Task.IsCompleted)
            return;

        switch (value.Key, value.Value)
        {
            case (BuilderDiagnostics.BuilderConstructing, BuilderDiagnostics.Constructing constructing):
                TestDefaults.Apply(assembly, args, constructing.Options, constructing.Settings);
                hooks.Creating(constructing.Options, constructing.Settings);
                break;
            case (BuilderDiagnostics.BuilderConstructed, DistributedApplicationBuilder builder):
                hooks.Created(builder);
                break;
            case (BuilderDiagnostics.ApplicationBuilding, DistributedApplicationBuilder builder):
                builder.Services.Insert(0, ServiceDescriptor.Singleton<Lifecycle.IDistributedApplicationEventingSubscriber>(Gate));
                hooks.Building(builder);
                _building.TrySetResult(builder);
                _mayBuild.Task.GetAwaiter().GetResult(); // the entry point's own thread: nobody else waits for it
                break;
            case (BuilderDiagnostics.ApplicationBuilt, DistributedApplication application):
                hooks.Built(application);

                // Wrapped here: from now on the entry point may start, fail and dispose it at any time.
                _built.TrySetResult(new ApplicationUnderTest(application, this));
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Run(MethodInfo main)
    {
        s_current.Value = this;
        try
        {
            object?[] parameters = main.GetParameters().Length == 0 ? [] : [args];
            ExitCode = main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, parameters, null) as int? ?? 0;
            End(null);
        }
        catch (Exception exception) // the edge of a thread: whoever waits for the entry point gets it
        {
            End(exception);
        }
    }

    private void End(Exception? exception)
    {
        Unsubscribe();
        var name = assembly.GetName().Name;
        var reason = exception ?? new InvalidOperationException(
            $"The entry point of '{name}' ended without building an application (exit code {ExitCode}). It has to call DistributedApplication.CreateBuilder(args) and Build(), and accept its command line.");
        _building.TrySetException(reason);
        _built.TrySetException(reason);
        if (exception is null or EntryPointAbandonedException)
            _ended.TrySetResult();
        else
            _ended.TrySetException(exception);
        _ = _built.Task.Exception ?? _building.Task.Exception ?? _ended.Task.Exception; // observed here: not everyone waits for all three
        _ = _building.Task.Exception;
        _ = _ended.Task.Exception;
    }

    private async Task StopAsync(ApplicationUnderTest application)
    {
        application.RequestStop();
        await Task.WhenAny(_ended.Task, Task.Delay(s_longestStop)).ConfigureAwait(false);
        await application.DisposeInnerAsync().ConfigureAwait(false);
    }

    private void Unsubscribe()
    {
        lock (_subscriptions)
        {
            foreach (var subscription in _subscriptions)
                subscription.Dispose();
            _subscriptions.Clear();
        }
    }
}
