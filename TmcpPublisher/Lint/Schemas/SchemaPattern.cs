using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Lint.Schemas;

/// <summary>The patterns of schemas. They are ECMAScript's, where <c>$</c> is the very end; in .NET it also matches before a last line feed.</summary>
internal static class SchemaPattern
{
    // A pattern sees one name or one quantity; longer is a fault of the pattern.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    internal static bool IsMatch(string pattern, string text)
        => Known.GetOrAdd(pattern, key => new Regex(Translate(key), RegexOptions.CultureInvariant, MatchTimeout)).IsMatch(text);

    private static string Translate(string pattern)
    {
        var translated = new StringBuilder();
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character is '\\' && index + 1 < pattern.Length)
            {
                translated.Append(character).Append(pattern[++index]);
                continue;
            }

            inClass = character is '[' || (inClass && character is not ']');
            translated.Append(character is '$' && !inClass ? @"\z" : character.ToString());
        }

        return translated.ToString();
    }
}
