using System.Text;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>A title as part of an address: <c>Hè Rực Rỡ</c> is <c>he-ruc-ro</c>.</summary>
internal static class Slug
{
    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var character in Diacritics.Compose(title).ToLowerInvariant().Select(Diacritics.Fold))
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
