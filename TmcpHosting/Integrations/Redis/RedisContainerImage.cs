namespace Aspire.Hosting.Redis;

/// <summary>The image that runs when nobody names another.</summary>
internal static class RedisContainerImage
{
    public const string Registry = "docker.io";
    public const string Image = "library/redis";
    public const string Tag = "8.6";
}
