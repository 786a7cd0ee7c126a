namespace TmcpEmulators.Ollama.Rules.Routing;

/// <summary>A member to route to, with the prompt's own words about it.</summary>
internal sealed record TeamMember(string Name, string About);
