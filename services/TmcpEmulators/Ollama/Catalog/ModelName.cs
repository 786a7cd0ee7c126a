namespace TmcpEmulators.Ollama.Catalog;

/// <summary>Names of models: <c>[host/][namespace/]model[:tag]</c>, with <c>latest</c> as the tag that may be left out.</summary>
internal static class ModelName
{
    private const int MaxLength = 200;

    public static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MaxLength)
            return false;

        var slash = name.LastIndexOf('/');
        var colon = name.IndexOf(':', slash + 1);
        var path = colon < 0 ? name : name[..colon];
        return (colon < 0 || IsPart(name[(colon + 1)..])) && path.Split('/').All(IsPart);
    }

    /// <summary>The name with its tag: <c>llama3</c> and <c>llama3:latest</c> are one model.</summary>
    public static string WithTag(string name) => name.IndexOf(':', name.LastIndexOf('/') + 1) < 0 ? $"{name}:latest" : name;

    private static bool IsPart(string part) =>
        part.Length > 0 && char.IsAsciiLetterOrDigit(part[0])
        && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':');
}
