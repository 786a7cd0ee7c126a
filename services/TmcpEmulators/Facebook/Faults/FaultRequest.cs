namespace TmcpEmulators.Facebook.Faults;

/// <summary>How the next calls of the Graph API go wrong.</summary>
/// <param name="Kind">A code of Facebook's (2, 4, 100, 190, 200, 613), <c>hang</c> (no answer until the client leaves), or <c>none</c>.</param>
/// <param name="Count">To how many calls, 1 to 1,000,000.</param>
internal sealed record FaultRequest(string Kind, int Count = 1);

/// <summary>What is planned, and how often it has happened.</summary>
internal sealed record FaultState(string Kind, int Remaining, int Applied);
