using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Recognises texts that are secrets whatever they are called.</summary>
internal static partial class SecretShapes
{
    // Bits per character. English words and paths stay below 4, random letters and digits of 24 characters reach 4.2 on average.
    private const double RandomEntropy = 3.9;

    private const int ShortestRandom = 24;

    /// <summary>Why a text is a secret; null when it is none. The answer never holds the text.</summary>
    internal static string? Find(string text)
    {
        if (PrivateKey().IsMatch(text))
            return "a private key";
        if (KnownToken().IsMatch(text))
            return "a token of a known provider";
        if (UserInfo().IsMatch(text))
            return "an address with a password";
        if (InConnectionString().IsMatch(text))
            return "a connection string with a password";
        return Candidate().Matches(text).Any(match => IsRandom(match.Value)) ? $"{ShortestRandom} or more random characters" : null;
    }

    // Letters of both cases and digits, mixed: words, versions and paths are not. Hexadecimal digits of a digest or an id are none either.
    private static bool IsRandom(string text) => text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower)
        && !text.All(char.IsAsciiHexDigit) && Entropy(text) >= RandomEntropy;

    private static double Entropy(string text) => text.GroupBy(character => character).Select(group => (double)group.Count() / text.Length).Sum(share => -share * Math.Log2(share));

    [GeneratedRegex("-----BEGIN [A-Z ]{0,30}PRIVATE KEY", RegexOptions.None, 1000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(sk-[A-Za-z0-9_-]{20}|gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{20}|AIza[A-Za-z0-9_-]{30}|xox[abprs]-[A-Za-z0-9-]{10}|hv[sb]\.[A-Za-z0-9_-]{20}|lsv2_[a-z]{2}_[A-Za-z0-9]{20}|AKIA[A-Z0-9]{16}|eyJ[A-Za-z0-9_-]{10,2000}\.eyJ|https://discord(app)?\.com/api/webhooks/[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KnownToken();

    // scheme://user:text@host, but not scheme://user:$(PASSWORD)@host
    [GeneratedRegex(@"[a-z]://[^/\s:@]{0,100}:(?!\$\()[^/\s@]{1,200}@", RegexOptions.None, 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(^|[;,\s])(password|pwd|secret|accountkey)=(?!\$\(|\s|;|,|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InConnectionString();

    [GeneratedRegex("[A-Za-z0-9+/_=-]{24,4096}", RegexOptions.None, 1000)]
    private static partial Regex Candidate();
}
