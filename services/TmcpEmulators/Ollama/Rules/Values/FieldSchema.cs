namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>A field as <c>get_collection_schema</c> describes it.</summary>
internal sealed record FieldSchema(string Name, string Type, bool Required)
{
    /// <summary>The values of a select field.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>For a relation: the id of the collection it points to.</summary>
    public string? TargetId { get; init; }

    /// <summary>For a relation or select: true when it holds a list.</summary>
    public bool Many { get; init; }

    public bool IsText => Type is "text" or "editor" or "url" or "email";

    /// <summary>True for fields that the server fills in.</summary>
    public bool IsAutomatic => Name == "id" || Type is "autodate" || Name is "created" or "updated" or "tokenKey";
}
