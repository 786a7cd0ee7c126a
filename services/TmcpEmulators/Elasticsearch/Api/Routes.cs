namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>Parts of routes.</summary>
internal static class Routes
{
    /// <summary>An index expression: everything but the names of Elasticsearch's own operations.</summary>
    public const string Index = "/{index:regex(^(_all|[^_].*)$)}";
}
