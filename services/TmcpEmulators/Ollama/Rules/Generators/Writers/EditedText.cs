namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>A text that the editor reads.</summary>
/// <param name="Target">master or variant.</param>
/// <param name="Id">Id of its record.</param>
/// <param name="Platform">Its platform; empty for a master.</param>
/// <param name="Text">Its words.</param>
/// <param name="Length">Characters as they are stored.</param>
/// <param name="Call">The call to action beside the text; null for none.</param>
internal sealed record EditedText(string Target, string Id, string Platform, string Text, int Length, string? Call);

/// <summary>What is wrong with it. <paramref name="Type"/>: brand_voice, cta_missing, duplication or platform_tone.</summary>
internal sealed record EditorFlag(string Type, EditedText Text, string Message);
