namespace Aspire.Hosting.ApplicationModel;

/// <summary>The handlers of an event that was raised.</summary>
/// <param name="EventTask">Ends when they are done; fails when one of them failed.</param>
internal sealed record EventSnapshot(Task EventTask);
