using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Recognises names and texts that are secrets.</summary>
internal static partial class SecretNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "PASSWORD", "PASSWD", "PASSPHRASE", "PWD", "SECRET", "TOKEN", "APIKEY", "WEBHOOK", "CREDENTIAL", "CREDENTIALS",
    };

    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase) { "API", "ACCESS", "PRIVATE", "SIGNING", "ENCRYPTION", "MASTER", "AUTH" };

    // A name that ends in one of these says where the secret is or how it is handled, not what it is.
    private static readonly HashSet<string> About = new(StringComparer.OrdinalIgnoreCase)
    {
        "FILE", "PATH", "DIR", "NAME", "TTL", "TIMEOUT", "LENGTH", "HEADER", "ENABLED", "COUNT", "LIMIT", "PORT", "HOST", "EXPIRY", "ISSUER", "MOUNT", "REF", "KIND", "ENDPOINT",
    };

    /// <summary>Whether a variable of this name holds a secret: <c>PB_ADMIN_PASSWORD</c>, <c>googleApiKey</c>, <c>DISCORD_WEBHOOK_URL</c>.</summary>
    internal static bool IsSecret(string name)
    {
        var words = Word().Matches(name).Select(match => match.Value).ToList();
        return words.Count > 0 && !About.Contains(words[^1])
            && (words.Any(Words.Contains) || words.Zip(words.Skip(1)).Any(pair => Kinds.Contains(pair.First) && pair.Second.Equals("KEY", StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
