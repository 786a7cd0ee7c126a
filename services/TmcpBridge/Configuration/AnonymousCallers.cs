namespace Tmcp.Bridge.Configuration;

/// <summary>What a call without a PocketBase token may do.</summary>
internal enum AnonymousCallers
{
    /// <summary>Nothing: the call gets a text that says how to sign in.</summary>
    Refuse,

    /// <summary>What the bridge's own account may do in PocketBase. Every workspace is open to whoever reaches the bridge.</summary>
    ServiceAccount,
}
