namespace Tmcp.Bridge.Identity;

/// <summary>What PocketBase says about a token: an account, or a reason against it.</summary>
internal sealed record TokenCheck(Caller? Caller, string? Refusal);
