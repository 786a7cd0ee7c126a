namespace Tmcp.Bridge.Identity;

/// <summary>Whose rights a call has in PocketBase.</summary>
/// <param name="Token">The PocketBase token.</param>
/// <param name="Collection">Name of the auth collection that the account is in, for example <c>users</c>.</param>
/// <param name="RecordId">Id of the account.</param>
/// <param name="IsService">Whether the bridge's own account stands in for a caller without a token.</param>
internal sealed record Caller(string Token, string Collection, string RecordId, bool IsService)
{
    /// <summary>Whether PocketBase's rules do not apply to this account.</summary>
    public bool IsSuperuser => Collection == "_superusers";

    /// <summary>What caches may tell callers apart by. Not secret.</summary>
    public string CacheKey => IsSuperuser ? Collection : $"{Collection}/{RecordId}";

    // A record prints its members, and the token must not reach a log.
    public override string ToString() => $"{CacheKey}{(IsService ? " (service)" : "")}";
}
