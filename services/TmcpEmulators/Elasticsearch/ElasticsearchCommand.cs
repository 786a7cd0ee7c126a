using System.CommandLine;
using Microsoft.AspNetCore.Connections;

namespace TmcpEmulators.Elasticsearch;

/// <summary>The sub-command <c>elasticsearch</c>.</summary>
internal static class ElasticsearchCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by ';'. Default: ASPNETCORE_URLS, else {ElasticsearchSettings.DefaultUrl}.",
        };
        var data = new Option<string?>("--data") { Description = "Folder of the indexes. Without it nothing is kept over a restart." };
        var bytes = new Option<string>("--max-bytes")
        {
            Description = "Size of all documents, such as 256mb; above it the oldest segment goes.",
            DefaultValueFactory = _ => "256mb",
        };
        var age = new Option<double>("--max-age-days")
        {
            Description = "Days after which a segment goes, 0.01 to 3650.",
            DefaultValueFactory = _ => 7,
        };
        bytes.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ByteSize.Parse(token.Value) is null or < 1024 * 1024)
                result.AddError($"--max-bytes: '{token.Value}' is not a size of at least 1mb. Give a number with kb, mb or gb.");
        });
        age.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, out var days) && days is < 0.01 or > 3650)
                result.AddError("--max-age-days: the value is out of range. Give days from 0.01 to 3650.");
        });

        var command = new Command("elasticsearch", "Elasticsearch's API for logs: bulk, search, aggregations.") { urls, data, bytes, age };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new ElasticsearchSettings
            {
                Urls = parsed.GetValue(urls),
                DataFolder = parsed.GetValue(data),
                MaxBytes = ByteSize.Parse(parsed.GetValue(bytes)!)!.Value,
                MaxAge = TimeSpan.FromDays(parsed.GetValue(age)),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ElasticsearchSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await ElasticsearchHost.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var hint = exception.InnerException is AddressInUseException ? " Stop what listens there, or choose another address with --urls." : "";
            await Console.Error.WriteLineAsync($"The emulator of Elasticsearch could not start: {exception.Message}{hint}");
            return 1;
        }
    }
}
