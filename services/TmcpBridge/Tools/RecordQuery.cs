using System.Text;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

/// <summary>The query part of a records request. Empty values are not sent.</summary>
internal sealed class RecordQuery
{
    // PocketBase refuses longer filters; the others have no limit of their own there.
    private const int MaxFilterLength = 3_500;
    private const int MaxListLength = 1_000;

    private readonly StringBuilder _text = new();

    public RecordQuery Page(int page, int perPage)
    {
        // As PocketBase does with values out of range: first page, 30 at default, 1000 at most.
        Append("page", Math.Max(page, 1).ToString());
        Append("perPage", (perPage <= 0 ? 30 : Math.Min(perPage, 1_000)).ToString());
        return this;
    }

    public RecordQuery Filter(string filter) => Add("filter", filter, MaxFilterLength);

    public RecordQuery Sort(string sort) => Add("sort", sort, MaxListLength);

    public RecordQuery Expand(string expand) => Add("expand", expand, MaxListLength);

    public RecordQuery Fields(string fields) => Add("fields", fields, MaxListLength);

    /// <summary>Empty, or beginning with a question mark.</summary>
    public override string ToString() => _text.ToString();

    private RecordQuery Add(string name, string value, int maxLength)
    {
        if (value.Length > maxLength)
            throw new CallFailedException($"Argument '{name}' has {value.Length} characters; {maxLength} are allowed. Make it shorter.");
        if (!string.IsNullOrWhiteSpace(value))
            Append(name, Uri.EscapeDataString(value));
        return this;
    }

    private void Append(string name, string escaped) =>
        _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(escaped);
}
