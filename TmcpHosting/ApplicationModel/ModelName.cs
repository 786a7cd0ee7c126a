namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule for names of resources and endpoints.</summary>
internal static class ModelName
{
    private const int MaxLength = 64;

    /// <summary>The sentence that says which rule is broken, or null for a good name.</summary>
    public static string? FindProblem(string name) => name switch
    {
        { Length: 0 or > MaxLength } => $"it has {name.Length} characters; allowed are 1 to {MaxLength}",
        _ when !char.IsAsciiLetter(name[0]) => "it has to start with an ASCII letter",
        _ when name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-') => "only ASCII letters, digits and hyphens are allowed",
        _ when name.Contains("--", StringComparison.Ordinal) => "two hyphens in a row are not allowed",
        _ when name[^1] == '-' => "it may not end with a hyphen",
        _ => null,
    };

    /// <summary>Throws when the name breaks a rule.</summary>
    /// <param name="kind">What is named: <c>Resource</c> or <c>Endpoint</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="parameterName">The argument that carried it.</param>
    public static void ThrowIfInvalid(string kind, string name, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);
        if (FindProblem(name) is { } problem)
            throw new ArgumentException($"{kind} name '{name}' is invalid: {problem}. Choose a name such as 'my-service'.", parameterName);
    }
}
