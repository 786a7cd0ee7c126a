namespace Tmcp.Agent.Jobs;

/// <summary>A job taken from Redis.</summary>
/// <param name="State">With the new owner.</param>
/// <param name="Events">In their order.</param>
/// <param name="Parts">What is done already.</param>
/// <param name="Token">The caller's, or null when it has expired or cannot be decrypted.</param>
internal sealed record StoredJob(JobState State, IReadOnlyList<string> Events, IReadOnlyList<KeyValuePair<string, string>> Parts, string? Token);
