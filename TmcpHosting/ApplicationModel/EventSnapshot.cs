namespace Aspire.Hosting.ApplicationModel;

/// <summary>The handlers of an event that was raised.</summary>
/// <param name="EventTask">Ends when they are done; fails when one of them failed.</param>
public record EventSnapshot(Task EventTask);
