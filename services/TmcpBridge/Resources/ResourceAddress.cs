namespace Tmcp.Bridge.Resources;

/// <summary>What a resource URI names.</summary>
internal enum ResourceKind
{
    /// <summary><c>pocketbase://</c></summary>
    Collections,

    /// <summary><c>pocketbase://{collection}/schema</c></summary>
    Schema,

    /// <summary><c>pocketbase://{collection}/records</c></summary>
    Records,

    /// <summary><c>pocketbase://{collection}/count</c></summary>
    Count,

    /// <summary><c>pocketbase://{collection}/{record_id}</c></summary>
    Record,
}

/// <summary>A resource URI in its parts.</summary>
internal sealed record ResourceAddress(ResourceKind Kind, string Collection = "", string RecordId = "")
{
    public const string Scheme = "pocketbase://";

    /// <summary>Reads a URI; null when it names no resource. <c>schema</c>, <c>records</c> and <c>count</c> are never record ids.</summary>
    public static ResourceAddress? Find(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var rest = uri[Scheme.Length..];
        if (rest.Length == 0)
            return new ResourceAddress(ResourceKind.Collections);

        var parts = rest.Split('/');
        if (parts is not [{ Length: > 0 } collection, { Length: > 0 } last])
            return null;
        return last switch
        {
            "schema" => new(ResourceKind.Schema, collection),
            "records" => new(ResourceKind.Records, collection),
            "count" => new(ResourceKind.Count, collection),
            _ => new(ResourceKind.Record, collection, last),
        };
    }
}
