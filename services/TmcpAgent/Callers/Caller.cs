namespace Tmcp.Agent.Callers;

/// <summary>Who sent the request.</summary>
/// <param name="UserId">Record id in PocketBase's collection <c>users</c>.</param>
/// <param name="Token">The caller's own token. It goes to the bridge and nowhere else.</param>
internal sealed record Caller(string UserId, string Token)
{
    /// <summary>Without the token, so that no log or assertion message can show it.</summary>
    public override string ToString() => $"Caller {UserId}";
}
