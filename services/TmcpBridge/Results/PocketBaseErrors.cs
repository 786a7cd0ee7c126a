using System.Text.Json;
using Tmcp.Bridge.PocketBase;

namespace Tmcp.Bridge.Results;

/// <summary>PocketBase's refusals as the text that clients know, with what to do about them.</summary>
internal static class PocketBaseErrors
{
    /// <summary>Fails the call unless PocketBase did what it was asked for.</summary>
    public static void Require(PocketBaseAnswer answer, BoundedText texts, string call)
    {
        if (!answer.IsSuccess)
            throw new CallFailedException($"PocketBase API Error: {Describe(answer, texts)}\n{call} answered HTTP {answer.Status}. {Hint(answer.Status)}");
    }

    private static string Describe(PocketBaseAnswer answer, BoundedText texts)
    {
        try
        {
            return IsObject(answer.Body) ? texts.Of(answer.Body) : "(no JSON)";
        }
        catch (CallFailedException)
        {
            return "(no JSON)";
        }
    }

    private static bool IsObject(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Hint(int status) => status switch
    {
        400 => "Compare names and values with get_collection_schema; a filter or sort may only name fields of the collection.",
        403 => "This account may not do that.",
        404 => "There is no such collection or record, or this account may not see it.",
        413 => "Send less data.",
        429 => "Wait a little and try again.",
        >= 500 => "PocketBase failed; try again, then look at its log.",
        _ => "Check the arguments.",
    };
}
