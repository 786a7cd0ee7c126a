namespace Aspire.Hosting.ApplicationModel;

/// <summary>One process or container of a resource.</summary>
/// <param name="Name">Name of the instance, which is its resource id: <c>bridge-abcdwxyz</c>.</param>
/// <param name="Suffix">What follows the resource's name and the hyphen; also the telemetry instance id.</param>
/// <param name="Index">Position among the replicas, from 0.</param>
internal sealed record ResourceInstance(string Name, string Suffix, int Index);
