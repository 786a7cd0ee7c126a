namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>A paragraph of a post: the first of the templates that has its facts. What ranks higher goes first when there is no room.</summary>
internal sealed record Block(int Rank, params string[] Templates);
