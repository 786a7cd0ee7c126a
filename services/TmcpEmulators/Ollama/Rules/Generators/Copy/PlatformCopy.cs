namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>How a post for one platform is built.</summary>
/// <param name="Blocks">Its paragraphs, in order.</param>
/// <param name="Tags">Hashtags at its end: 0 for none.</param>
/// <param name="Tip">Advice for whoever posts it.</param>
internal sealed record PlatformCopy(Block[] Blocks, int Tags, string Tip);
