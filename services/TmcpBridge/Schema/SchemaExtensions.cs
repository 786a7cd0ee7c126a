namespace Tmcp.Bridge.Schema;

internal static class SchemaExtensions
{
    internal static void AddSchema(this IServiceCollection services)
    {
        services.AddSingleton<CatalogArchive>();
        services.AddSingleton<CollectionSchemas>();
    }
}
