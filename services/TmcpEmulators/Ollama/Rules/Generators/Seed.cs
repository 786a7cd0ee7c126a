namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>A number that is the same for the same texts, on every machine and in every run.</summary>
internal static class Seed
{
    public static int Of(params IEnumerable<string?> texts)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var character in string.Join('\n', texts))
            hash = (hash ^ character) * 16777619u;
        return (int)(hash % 9973);
    }
}
