namespace TmcpEmulators.Facebook;

/// <summary>What a person who starts the emulator by hand sees first.</summary>
internal static class FacebookBanner
{
    public static void Write(TextWriter output, IEnumerable<string> addresses, FacebookSettings settings)
    {
        var address = addresses.First();
        output.WriteLine("This is TMCP's emulator of Facebook's Graph API: posts stay here, nobody sees them.");
        output.WriteLine($"  page       {address}/");
        output.WriteLine($"  Graph API  {address}/v24.0 (FACEBOOK_GRAPH_URL of PocketBase)");
        output.WriteLine(settings.PageToken is null
            ? "  token      any (one with 'invalid', 'expired' or 'readonly' in it is refused for that)"
            : $"  token      the one from the environment, for page {settings.PageId} alone");
        output.WriteLine($"  keeps      {settings.MaxPosts} posts, {(settings.DataFolder is { } folder ? $"in {folder}" : "in memory only")}");
    }
}
