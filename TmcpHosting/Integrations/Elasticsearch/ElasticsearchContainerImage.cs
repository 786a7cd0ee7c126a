namespace Aspire.Hosting.Elasticsearch;

/// <summary>The image that runs when nobody names another.</summary>
internal static class ElasticsearchContainerImage
{
    public const string Registry = "docker.io";
    public const string Image = "library/elasticsearch";
    public const string Tag = "8.17.3";
}
