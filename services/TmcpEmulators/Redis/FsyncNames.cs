namespace TmcpEmulators.Redis;

/// <summary>The policies by the names of <c>appendfsync</c>.</summary>
internal static class FsyncNames
{
    public static string Of(FsyncPolicy policy) => policy switch
    {
        FsyncPolicy.Always => "always",
        FsyncPolicy.Never => "no",
        _ => "everysec",
    };

    public static FsyncPolicy? Parse(string name) => name.ToLowerInvariant() switch
    {
        "always" => FsyncPolicy.Always,
        "everysec" => FsyncPolicy.EverySecond,
        "no" => FsyncPolicy.Never,
        _ => null,
    };
}
