using System.Text.Json;

namespace Tmcp.Publisher.Input;

/// <summary>
/// A JSON value that knows where it stands. What is missing or of another kind becomes a problem with its path, and reading goes on.
/// </summary>
internal sealed class JsonPlace(JsonElement value, string path, ProblemList problems)
{
    internal string Path => path;

    internal bool IsObject => value.ValueKind is JsonValueKind.Object;

    internal bool IsText => value.ValueKind is JsonValueKind.String;

    internal void Refuse(string what) => problems.Add(path, what);

    /// <summary>A member; null where there is none, or where it is null.</summary>
    internal JsonPlace? Find(string name) =>
        IsObject && value.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null
            ? new JsonPlace(member, JsonPath.Member(path, name), problems)
            : null;

    /// <summary>A member that has to be there; null after a problem was noted.</summary>
    internal JsonPlace? Require(string name)
    {
        var member = Find(name);
        if (member is null && ExpectObject())
            Refuse($"lacks '{name}', which is required. Add it.");
        return member;
    }

    /// <summary>The members, in order; none after a problem was noted.</summary>
    internal IEnumerable<(string Name, JsonPlace Place)> Members() =>
        ExpectObject() ? value.EnumerateObject().Select(member => (member.Name, new JsonPlace(member.Value, JsonPath.Member(path, member.Name), problems))) : [];

    internal IEnumerable<JsonPlace> Items()
    {
        if (value.ValueKind is JsonValueKind.Array)
            return value.EnumerateArray().Select((item, index) => new JsonPlace(item, JsonPath.Item(path, index), problems));

        Refuse($"is {Kind()}, and has to be a list.");
        return [];
    }

    internal string? AsText()
    {
        if (IsText)
            return value.GetString();

        Refuse($"is {Kind()}, and has to be text. Write it in double quotes.");
        return null;
    }

    internal bool? AsFlag()
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();

        Refuse($"is {Kind()}, and has to be true or false.");
        return null;
    }

    internal int? AsInteger(int least, int most)
    {
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;

        Refuse($"is {(value.ValueKind is JsonValueKind.Number ? value.GetRawText() : Kind())}, and has to be a whole number from {least} to {most}.");
        return null;
    }

    internal string? Text(string name) => Find(name)?.AsText();

    internal bool Flag(string name, bool otherwise = false) => Find(name)?.AsFlag() ?? otherwise;

    /// <summary>Notes each member that is none of <paramref name="known"/>: a typing error would otherwise mean "not set".</summary>
    internal void RefuseUnknown(params string[] known)
    {
        foreach (var (name, place) in Members().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            place.Refuse($"'{name}' is not known here. {Suggestion.Sentence(name, known)}");
    }

    private bool ExpectObject()
    {
        if (!IsObject)
            Refuse($"is {Kind()}, and has to be an object.");
        return IsObject;
    }

    private string Kind() => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
