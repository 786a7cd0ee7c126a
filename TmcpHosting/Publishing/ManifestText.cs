namespace Aspire.Hosting.Publishing;

/// <summary>Names made from other texts.</summary>
internal static class ManifestText
{
    /// <summary>Letters, digits and single hyphens: <c>/var/lib/data</c> becomes <c>var-lib-data</c>.</summary>
    public static string Slug(string text) => string.Join('-', new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
