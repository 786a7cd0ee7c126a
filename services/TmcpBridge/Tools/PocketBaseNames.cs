using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

/// <summary>Names that become part of a PocketBase path. What is not plainly a name could lead to another route.</summary>
internal static class PocketBaseNames
{
    private const int MaxLength = 255;
    private const int ShownLength = 60;

    /// <summary>Name or id of a collection: letters, digits and underscores.</summary>
    public static string Collection(string text) => IsName(text, hyphens: false)
        ? text
        : throw new CallFailedException($"'{Shown(text)}' is no collection name: 1 to {MaxLength} letters, digits and underscores. Call list_collections for the names.");

    /// <summary>Id of a record: letters, digits, underscores and hyphens.</summary>
    public static string RecordId(string text) => IsName(text, hyphens: true)
        ? text
        : throw new CallFailedException($"'{Shown(text)}' is no record id: 1 to {MaxLength} letters, digits, hyphens and underscores. Call list_records for the ids.");

    private static bool IsName(string text, bool hyphens) =>
        text.Length is > 0 and <= MaxLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_' || (hyphens && character == '-'));

    private static string Shown(string text) =>
        new([.. text.Take(ShownLength).Select(character => char.IsControl(character) ? ' ' : character)]);
}
