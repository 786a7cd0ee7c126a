using System.CommandLine;
using Microsoft.AspNetCore.Connections;

namespace TmcpEmulators.Discord;

/// <summary>The sub-command <c>discord</c>.</summary>
internal static class DiscordCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by ';'. Default: ASPNETCORE_URLS, else {DiscordSettings.DefaultUrl}.",
        };
        var id = new Option<string?>("--webhook-id")
        {
            Description = $"Id of the webhook. Default: DISCORD_WEBHOOK_ID, else {DiscordSettings.DefaultWebhookId}.",
        };
        var token = new Option<string>("--token-from-env")
        {
            Description = "Name of the environment variable that holds the webhook's token. Nothing in it: every id and token is welcome.",
            DefaultValueFactory = _ => DiscordSettings.DefaultTokenVariable,
        };
        var data = new Option<string?>("--data") { Description = "Folder in which the inbox outlives a restart. Default: in memory only." };
        var messages = new Option<int>("--messages") { Description = "Messages that are kept, 1 to 100000.", DefaultValueFactory = _ => 1000 };
        messages.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && int.TryParse(given.Value, out var count) && count is < 1 or > 100_000)
                result.AddError("--messages: the value is out of range. Give a number from 1 to 100000.");
        });
        var rate = new Option<int>("--rate-limit")
        {
            Description = "Requests to a webhook within 2 s, 1 to 1000000. More than 5 is for tests: Discord takes no more.",
            DefaultValueFactory = _ => DiscordSettings.DefaultRateLimit,
        };
        rate.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && int.TryParse(given.Value, out var count) && count is < 1 or > 1_000_000)
                result.AddError("--rate-limit: the value is out of range. Give a number from 1 to 1000000.");
        });

        var command = new Command("discord", "Discord's webhooks with an inbox page.") { urls, id, token, data, messages, rate };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new DiscordSettings
            {
                Urls = parsed.GetValue(urls),
                WebhookId = parsed.GetValue(id) ?? Variable("DISCORD_WEBHOOK_ID") ?? DiscordSettings.DefaultWebhookId,
                WebhookToken = Variable(parsed.GetValue(token)!),
                DataFolder = parsed.GetValue(data),
                MaxMessages = parsed.GetValue(messages),
                RateLimit = parsed.GetValue(rate),
            },
            cancellationToken));
        return command;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static async Task<int> RunAsync(DiscordSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await DiscordHost.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var hint = exception.InnerException is AddressInUseException ? " Stop what listens there, or choose another address with --urls." : "";
            await Console.Error.WriteLineAsync($"The emulator of Discord could not start: {exception.Message}{hint}");
            return 1;
        }
    }
}
