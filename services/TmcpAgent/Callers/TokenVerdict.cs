namespace Tmcp.Agent.Callers;

/// <summary>What is known of a token after the check.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <summary>A user's token, accepted by PocketBase.</summary>
    public sealed record Accepted(string UserId) : TokenVerdict;

    /// <summary>Not a user's token, or no longer one.</summary>
    public sealed record Refused(string Reason) : TokenVerdict;

    /// <summary>PocketBase could not say.</summary>
    public sealed record Unknown(string Reason) : TokenVerdict;
}
