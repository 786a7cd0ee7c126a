namespace Tmcp.Publisher.Graph;

/// <summary>A place in the secret store.</summary>
/// <param name="Key">Path below the mount, such as <c>tmcp/agent</c>.</param>
/// <param name="Property">Name in it.</param>
internal sealed record SecretHome(string Key, string Property);
