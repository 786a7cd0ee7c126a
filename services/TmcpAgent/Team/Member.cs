namespace Tmcp.Agent.Team;

/// <summary>One of the four who do the work.</summary>
/// <param name="Name">As it appears in events, routing answers and thread memory.</param>
/// <param name="Duty">One line for the supervisor, who chooses by it.</param>
/// <param name="Prompt">What the member itself is told about its job.</param>
/// <param name="SearchesTheWeb">Whether <c>duckduckgo_search</c> belongs to its tools.</param>
internal sealed record Member(string Name, string Duty, string Prompt, bool SearchesTheWeb = false);
