using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a waiting resource waits for, in its snapshots.</summary>
internal static class WaitingFor
{
    /// <summary>The property that lists the names.</summary>
    public const string Property = "resource.waitingFor";

    /// <summary>State <c>Waiting</c> with the given names.</summary>
    public static CustomResourceSnapshot Begin(CustomResourceSnapshot snapshot, ImmutableArray<string> names)
        => Update(snapshot with { State = KnownResourceStates.Waiting }, names);

    /// <summary>Other names in the same state; no names remove the property.</summary>
    public static CustomResourceSnapshot Update(CustomResourceSnapshot snapshot, ImmutableArray<string> names)
        => snapshot with { Properties = snapshot.Properties.WithProperty(Property, names.IsEmpty ? null : names) };
}
