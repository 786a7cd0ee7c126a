using System.CommandLine;
using Microsoft.AspNetCore.Connections;

namespace TmcpEmulators.Facebook;

/// <summary>The sub-command <c>facebook</c>.</summary>
internal static class FacebookCommand
{
    public static Command Create()
    {
        var defaults = new FacebookSettings();
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by ';'. Default: ASPNETCORE_URLS, else {FacebookSettings.DefaultUrl}.",
        };
        var page = new Option<string>("--page-id") { Description = "Id of the page that the token is for.", DefaultValueFactory = _ => defaults.PageId };
        var token = new Option<string>("--token-from-env")
        {
            Description = "Name of the environment variable that holds the page's token. Nothing in it: every page and token is welcome.",
            DefaultValueFactory = _ => FacebookSettings.DefaultTokenVariable,
        };
        var data = new Option<string?>("--data") { Description = "Folder in which the posts outlive a restart. Default: in memory only." };
        var posts = new Option<int>("--posts") { Description = "Posts that are kept, 1 to 10000.", DefaultValueFactory = _ => defaults.MaxPosts };
        posts.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && int.TryParse(given.Value, out var count) && count is < 1 or > 10_000)
                result.AddError("--posts: the value is out of range. Give a number from 1 to 10000.");
        });

        var command = new Command("facebook", "Facebook's Graph API for posts on a page, with a page that shows them.") { urls, page, token, data, posts };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            defaults with
            {
                Urls = parsed.GetValue(urls),
                PageId = parsed.GetValue(page)!,
                PageToken = Environment.GetEnvironmentVariable(parsed.GetValue(token)!) is { Length: > 0 } value ? value : null,
                DataFolder = parsed.GetValue(data),
                MaxPosts = parsed.GetValue(posts),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FacebookSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await FacebookHost.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var hint = exception.InnerException is AddressInUseException ? " Stop what listens there, or choose another address with --urls." : "";
            await Console.Error.WriteLineAsync($"The emulator of Facebook could not start: {exception.Message}{hint}");
            return 1;
        }
    }
}
