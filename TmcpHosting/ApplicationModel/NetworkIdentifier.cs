namespace Aspire.Hosting.ApplicationModel;

/// <summary>A network in which an endpoint has an address.</summary>
/// <param name="Value">The network's name.</param>
public record NetworkIdentifier(string Value);
