namespace TmcpEmulators.Discord.Faults;

/// <summary>
/// How the next requests to a webhook go wrong. <paramref name="Kind"/>: <c>429</c>, <c>hang</c> (no answer until the client leaves), or
/// another status from 400 to 599; <c>none</c> takes the faults away.
/// </summary>
/// <param name="Kind">What happens.</param>
/// <param name="Count">To how many requests, 1 to 1,000,000.</param>
/// <param name="RetryAfter">Seconds that a 429 names.</param>
internal sealed record FaultRequest(string Kind, int Count = 1, double RetryAfter = 1);

/// <summary>What is planned, and how often it has happened.</summary>
internal sealed record FaultState(string Kind, int Remaining, int Applied);
