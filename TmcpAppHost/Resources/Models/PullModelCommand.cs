using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.AppHost.Models;

/// <summary>The dashboard command that asks Ollama to download the model.</summary>
internal static class PullModelCommand
{
    /// <summary>Adds the command to an Ollama that this graph runs.</summary>
    internal static IResourceBuilder<T> WithPullModel<T>(this IResourceBuilder<T> builder, EndpointReference endpoint, ParameterResource model)
        where T : IResource =>
        builder.WithCommand(
            "pull-model",
            "Pull the model",
            context => ExecuteAsync(endpoint, model, context),
            new CommandOptions
            {
                Description = "Downloads the model of parameter 'ollama-model' into this Ollama.",
                ConfirmationMessage = "A model is a download of several gigabytes. Pull it now?",
                IconName = "ArrowDownload",
            });

    private static async Task<ExecuteCommandResult> ExecuteAsync(EndpointReference endpoint, ParameterResource model, ExecuteCommandContext context)
    {
        var name = await model.GetValueAsync(context.CancellationToken) ?? "";
        using var client = context.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        return await ModelPull.RunAsync(client, new Uri(endpoint.Url), name, context.Logger, context.CancellationToken) is { } problem
            ? CommandResults.Failure(problem)
            : CommandResults.Success($"Model '{name}' is installed.");
    }
}
