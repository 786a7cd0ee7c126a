using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>A command that sends a request to an endpoint.</summary>
internal sealed class HttpCommand(EndpointReference endpoint, string path, HttpCommandOptions options)
{
    private HttpMethod Method => options.Method ?? HttpMethod.Post;

    /// <summary>Such as <c>api-http-post-/admin/clear</c>.</summary>
    public string DefaultName => $"{endpoint.Resource.Name}-{endpoint.EndpointName}-http-{Method.Method.ToLowerInvariant()}-{path}";

    public async Task<ExecuteCommandResult> ExecuteAsync(ExecuteCommandContext context)
    {
        if (!endpoint.IsAllocated)
            return CommandResults.Failure($"Endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}' has no address. Start the resource first.");

        using var client = context.Services.GetRequiredService<IHttpClientFactory>().CreateClient(options.HttpClientName ?? "");
        using var request = new HttpRequestMessage(Method, new Uri(new Uri(endpoint.Url), path));
        if (options.PrepareRequest is { } prepare)
            await prepare(RequestContext(context, client, request)).ConfigureAwait(false);

        try
        {
            using var response = await client.SendAsync(request, context.CancellationToken).ConfigureAwait(false);
            return options.GetCommandResult is { } read
                ? await read(ResultContext(context, client, response)).ConfigureAwait(false)
                : await ReadAsync(response, context.CancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            return CommandResults.Failure($"{Method} {path} on '{endpoint.Resource.Name}' failed: {failure.Message}");
        }
    }

    private async Task<ExecuteCommandResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            return CommandResults.Failure($"{Method} {path} on '{endpoint.Resource.Name}' answered {(int)response.StatusCode}.");
        if (options.ResultMode == HttpCommandResultMode.None)
            return CommandResults.Success();

        var format = options.ResultMode switch
        {
            HttpCommandResultMode.Json => CommandResultFormat.Json,
            HttpCommandResultMode.Auto when response.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.OrdinalIgnoreCase) =>
                CommandResultFormat.Json,
            _ => CommandResultFormat.Text,
        };
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return CommandResults.Success($"{Method} {path} answered {(int)response.StatusCode}.", body, format);
    }

    private HttpCommandRequestContext RequestContext(ExecuteCommandContext context, HttpClient client, HttpRequestMessage request) => new()
    {
        Services = context.Services,
        ResourceName = context.ResourceName,
        Endpoint = endpoint,
        CancellationToken = context.CancellationToken,
        HttpClient = client,
        Request = request,
    };

    private HttpCommandResultContext ResultContext(ExecuteCommandContext context, HttpClient client, HttpResponseMessage response) => new()
    {
        Services = context.Services,
        ResourceName = context.ResourceName,
        Endpoint = endpoint,
        CancellationToken = context.CancellationToken,
        HttpClient = client,
        Response = response,
    };
}
