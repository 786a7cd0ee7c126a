using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Strings in the form and length that a schema wants.</summary>
internal static class Strings
{
    public static string Write(JsonObject schema, string name, Phrases phrases)
    {
        var least = Length(schema, "minLength") ?? 0;
        var most = Length(schema, "maxLength") ?? Math.Max(least, 400);
        if (JsonText.StringOrNull(schema["pattern"]) is { } pattern)
            return PatternWriter.TryWrite(pattern, $"{name} {phrases.ItemIndex}") is { } text ? text : Fit(phrases.Text(name, least, most), least, most);
        return JsonText.StringOrNull(schema["format"]) is { } format && Formatted(format, name, phrases) is { } value
            ? value
            : Fit(phrases.Text(name, least, most), least, most);
    }

    /// <summary>A given text within the schema's length, shortened at a word; null when the schema wants another form.</summary>
    public static string? Fitted(JsonObject schema, string text)
    {
        var most = Length(schema, "maxLength") ?? int.MaxValue;
        var least = Length(schema, "minLength") ?? 0;
        var fitted = text.Length <= most ? text : TextCut.AtWord(text, most);
        if (fitted.Length < least || schema.ContainsKey("format"))
            return null;
        return JsonText.StringOrNull(schema["pattern"]) is not { } pattern || Matches(pattern, fitted) ? fitted : null;
    }

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromMilliseconds(100));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false; // a pattern beyond .NET's reading: the pattern writer has its own
        }
    }

    private static string? Formatted(string format, string name, Phrases phrases)
    {
        var word = Ascii(phrases.Word(name));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {word} {phrases.ItemIndex}"));
        return format switch
        {
            "date" => $"2026-01-{1 + (phrases.ItemIndex % 28):00}",
            "date-time" => $"2026-01-{1 + (phrases.ItemIndex % 28):00}T09:00:00Z",
            "time" => $"{9 + (phrases.ItemIndex % 12):00}:00:00Z",
            "duration" => $"P{1 + phrases.ItemIndex}D",
            "email" => $"{word}{Suffix(phrases)}@example.com",
            "hostname" => $"{word}{Suffix(phrases)}.example.com",
            "ipv4" => $"192.0.2.{1 + (phrases.ItemIndex % 250)}",
            "ipv6" => $"2001:db8::{1 + phrases.ItemIndex:x}",
            "uri" or "url" or "uri-reference" or "iri" => $"https://example.com/{word}{Suffix(phrases)}",
            "uuid" => new Guid(hash.AsSpan(0, 16)).ToString(),
            _ => null,
        };
    }

    private static string Suffix(Phrases phrases) => phrases.ItemIndex == 0 ? "" : $"-{phrases.ItemIndex + 1}";

    private static string Ascii(string text)
    {
        var ascii = Values.Slug.Of(text);
        return ascii.Length == 0 ? "example" : ascii[..Math.Min(ascii.Length, 30)].TrimEnd('-');
    }

    // Lengths count characters, not UTF-16 units: a cut never halves a pair.
    private static string Fit(string text, int least, int most)
    {
        var runes = text.EnumerateRunes().ToList();
        if (runes.Count > most)
            runes = runes[..most];
        for (var i = 0; runes.Count < least; i++)
            runes.Add(runes.Count > 0 && i < 1_000_000 ? runes[i % runes.Count] : new Rune('.'));
        return string.Concat(runes);
    }

    private static int? Length(JsonObject schema, string keyword) =>
        JsonText.NumberOrNull(schema[keyword]) is { } length ? (int)Math.Clamp(length, 0, 100_000) : null;
}
