using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.AspNetCore.Connections;
using TmcpEmulators.Ollama.Catalog;

namespace TmcpEmulators.Ollama;

/// <summary>The sub-command <c>ollama</c>.</summary>
internal static class OllamaCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by ';'. Default: ASPNETCORE_URLS, else {OllamaSettings.DefaultUrl}.",
        };
        var models = new Option<string?>("--models")
        {
            Description = $"Installed models, separated by ','; 'none' for an empty list. Default: OLLAMA_MODEL, else {OllamaSettings.DefaultModel}.",
        };
        var delay = new Option<int>("--token-delay")
        {
            Description = "Milliseconds before each streamed token, 0 to 10000. Default: 0.",
        };
        models.Validators.Add(CheckModels);
        delay.Validators.Add(CheckDelay);

        var command = new Command("ollama", "Ollama's API (native and OpenAI-compatible), answered by rules instead of a model.") { urls, models, delay };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = new OllamaSettings
            {
                Urls = parsed.GetValue(urls),
                Models = Split(parsed.GetValue(models) ?? Environment.GetEnvironmentVariable("OLLAMA_MODEL")),
                TokenDelay = TimeSpan.FromMilliseconds(parsed.GetValue(delay)),
            };
            return await RunAsync(settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(OllamaSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await OllamaHost.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"The emulator of Ollama could not start: {exception.Message} Stop what listens there, or choose another address with --urls.");
            return 1;
        }
    }

    private static string[] Split(string? models) => models switch
    {
        null or "" => [OllamaSettings.DefaultModel],
        "none" => [],
        _ => models.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    private static void CheckModels(OptionResult result)
    {
        foreach (var model in Split(result.GetValueOrDefault<string?>()).Where(model => !ModelName.IsValid(model)))
            result.AddError($"--models: '{model}' is not a model name. Give names such as {OllamaSettings.DefaultModel}, separated by commas.");
    }

    private static void CheckDelay(OptionResult result)
    {
        // A text that is no number is the parser's to refuse.
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var milliseconds) && milliseconds is < 0 or > 10_000)
            result.AddError("--token-delay: the value is out of range. Give milliseconds from 0 to 10000.");
    }
}
