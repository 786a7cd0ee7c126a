using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Resources;

/// <summary>What <c>resources/list</c> and <c>resources/templates/list</c> say.</summary>
internal static class ResourceDefinitions
{
    public const string MimeType = "text/plain";

    public static readonly ListResourcesResult Resources = new()
    {
        Resources =
        [
            new()
            {
                Uri = ResourceAddress.Scheme,
                Name = "collections",
                Title = "Collections",
                Description = "Names of all collections (tables) of the PocketBase database, as a JSON array.",
                MimeType = MimeType,
            },
        ],
    };

    public static readonly ListResourceTemplatesResult Templates = new()
    {
        ResourceTemplates =
        [
            Template("{collection}/schema", "collection_schema", "Schema of a collection", "All fields of a collection as PocketBase describes them, as a JSON array."),
            Template("{collection}/records", "collection_records", "Newest records", "The 30 newest records of a collection that the caller may see, as JSON {items, page, perPage, totalItems, totalPages}."),
            Template("{collection}/count", "collection_count", "Number of records", "How many records of a collection the caller may see, as JSON {collection, totalItems}."),
            Template("{collection}/{record_id}", "record", "Record", "One record as a JSON object."),
        ],
    };

    private static ResourceTemplate Template(string path, string name, string title, string description) => new()
    {
        UriTemplate = ResourceAddress.Scheme + path,
        Name = name,
        Title = title,
        Description = description,
        MimeType = MimeType,
    };
}
