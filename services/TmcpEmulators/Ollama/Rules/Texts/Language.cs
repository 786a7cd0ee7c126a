namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>The languages that the rules understand.</summary>
internal enum Language
{
    English,
    Vietnamese,
}
