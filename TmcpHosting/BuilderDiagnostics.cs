using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>
/// Tells a listener in this process that an application is being built. The testing library uses it to change options before the
/// builder reads them, and to take over the application that an entry point builds. Listeners are called on the builder's thread.
/// </summary>
internal static class BuilderDiagnostics
{
    public const string ListenerName = "Aspire.Hosting";

    /// <summary>Payload: <see cref="Constructing"/>.</summary>
    public const string BuilderConstructing = "DistributedApplicationBuilderConstructing";

    /// <summary>Payload: the <see cref="DistributedApplicationBuilder"/>.</summary>
    public const string BuilderConstructed = "DistributedApplicationBuilderConstructed";

    /// <summary>Payload: the <see cref="DistributedApplicationBuilder"/>.</summary>
    public const string ApplicationBuilding = "DistributedApplicationBuilding";

    /// <summary>Payload: the <see cref="DistributedApplication"/>.</summary>
    public const string ApplicationBuilt = "DistributedApplicationBuilt";

    private static readonly DiagnosticListener _listener = new(ListenerName);

    public static void Write(string eventName, object payload)
    {
        if (_listener.IsEnabled() && _listener.IsEnabled(eventName))
            _listener.Write(eventName, payload);
    }

    /// <summary>What can still be changed before the builder reads it.</summary>
    public sealed record Constructing(DistributedApplicationOptions Options, HostApplicationBuilderSettings Settings);
}
