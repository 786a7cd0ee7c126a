namespace Tmcp.Publisher.VerifyCluster;

/// <summary>What a look at the cluster showed.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="What">What is missing or wrong, with its values; for a pass what was seen. Never a secret.</param>
/// <param name="Remedy">What to do; empty for a pass.</param>
internal sealed record CheckResult(string Check, string Subject, CheckStatus Status, string What, string Remedy);

internal enum CheckStatus
{
    Passed,

    /// <summary>Could not be looked at, or does not matter for running. No failure.</summary>
    Noted,

    Failed,
}
