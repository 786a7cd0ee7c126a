using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a waiting resource waits for, in its snapshots.</summary>
internal static class WaitingFor
{
    /// <summary>The property that lists the names.</summary>
    public const string Property = "resource.waitingFor";

    /// <summary>State <c>Waiting</c> with the given names. A replica that runs goes on running while another one waits to be started again.</summary>
    public static CustomResourceSnapshot Begin(CustomResourceSnapshot snapshot, ImmutableArray<string> names)
        => SnapshotRules.IsRunning(snapshot) ? snapshot : Update(snapshot with { State = KnownResourceStates.Waiting }, names);

    /// <summary>Other names in the same state; no names, or a state other than <c>Waiting</c>, remove the property.</summary>
    public static CustomResourceSnapshot Update(CustomResourceSnapshot snapshot, ImmutableArray<string> names)
        => snapshot with { Properties = snapshot.Properties.WithProperty(
            Property, names.IsEmpty || snapshot.State?.Text != KnownResourceStates.Waiting ? null : names) };
}
