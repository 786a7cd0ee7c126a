namespace Tmcp.Agent.Generation.Variants;

/// <param name="Name">As stored in <c>platform_variants.platform</c>.</param>
/// <param name="Limit">Characters of a post, or null for no limit.</param>
/// <param name="Advice">What works there.</param>
internal sealed record Platform(string Name, int? Limit, string Advice);
