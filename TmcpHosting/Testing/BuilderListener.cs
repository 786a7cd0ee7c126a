using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Creates a builder in this process and changes its options before it reads them.</summary>
internal sealed class BuilderListener(DistributedApplicationOptions options, Action<HostApplicationBuilderSettings> change)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly List<IDisposable> _subscriptions = [];

    public static DistributedApplicationBuilder Create(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        var caller = Assembly.GetEntryAssembly() ?? typeof(BuilderListener).Assembly;
        var options = new DistributedApplicationOptions { Args = args };
        var listener = new BuilderListener(options, settings =>
        {
            TestDefaults.Apply(caller, args, options, settings);
            configureBuilder(options, settings);
        });
        using var subscription = DiagnosticListener.AllListeners.Subscribe(listener);
        try
        {
            return new DistributedApplicationBuilder(options);
        }
        finally
        {
            listener._subscriptions.ForEach(nested => nested.Dispose());
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == BuilderDiagnostics.ListenerName)
            _subscriptions.Add(value.Subscribe(this));
    }

    // The options are the key: builders of other tests announce themselves to the same listener.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is BuilderDiagnostics.Constructing constructing && ReferenceEquals(constructing.Options, options))
            change(constructing.Settings);
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
}
