namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>The tasks that the agent's generators name in their prompts and schemas.</summary>
internal static class GeneratorNames
{
    public const string Worksheet = "worksheet";
    public const string Brand = "brand_identity";
    public const string Persona = "customer_profile";
    public const string Strategy = "marketing_strategy";
    public const string Master = "master_content";
    public const string Variant = "platform_variant";
    public const string Angles = "angles";
    public const string Briefs = "content_briefs";
    public const string Flags = "editor_flags";

    private const string Mark = "Task:";
    private static readonly string[] All = [Worksheet, Brand, Persona, Strategy, Master, Variant, Angles, Briefs, Flags];

    public static string? Known(string? name) => All.FirstOrDefault(known => known.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary><c>Task: worksheet</c> at the very beginning of the instructions.</summary>
    public static string? InFirstLine(string instructions)
    {
        var line = instructions.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        line = end < 0 ? line : line[..end];
        return line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) ? Known(line[Mark.Length..].ToString()) : null;
    }
}
