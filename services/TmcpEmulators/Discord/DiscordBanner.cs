namespace TmcpEmulators.Discord;

/// <summary>What a person who starts the emulator by hand sees first.</summary>
internal static class DiscordBanner
{
    public static void Write(TextWriter output, IEnumerable<string> addresses, DiscordSettings settings)
    {
        var address = addresses.First();
        output.WriteLine("This is TMCP's emulator of Discord's webhooks: messages stay here and go to nobody.");
        output.WriteLine($"  inbox      {address}/");
        output.WriteLine(settings.WebhookToken is null
            ? $"  webhook    {address}/api/webhooks/{settings.WebhookId}/any-token (every id and token is welcome)"
            : $"  webhook    {address}/api/webhooks/{settings.WebhookId}/<the token from the environment>");
        output.WriteLine($"  keeps      {settings.MaxMessages} messages, {(settings.DataFolder is { } folder ? $"in {folder}" : "in memory only")}");
    }
}
