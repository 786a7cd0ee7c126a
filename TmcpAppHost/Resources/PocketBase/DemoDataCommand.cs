using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.AppHost.PocketBase;

/// <summary>The dashboard command that seeds the demo workspace, as the superuser.</summary>
internal static class DemoDataCommand
{
    internal static async Task<ExecuteCommandResult> ExecuteAsync(IPocketBaseResource pocketbase, ExecuteCommandContext context)
    {
        var endpoint = pocketbase.GetEndpoint(IPocketBaseResource.EndpointName);
        using var client = context.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = new Uri(endpoint.Url);

        var credentials = new Dictionary<string, string?>
        {
            ["identity"] = await pocketbase.AdminEmail.GetValueAsync(context.CancellationToken),
            ["password"] = await pocketbase.AdminPassword.GetValueAsync(context.CancellationToken),
        };
        using var signIn = await client.PostAsJsonAsync(
            "/api/collections/_superusers/auth-with-password", credentials, context.CancellationToken);
        if (!signIn.IsSuccessStatusCode)
        {
            return CommandResults.Failure(
                $"PocketBase did not accept the superuser of parameter '{pocketbase.AdminPassword.Name}' ({(int)signIn.StatusCode}). "
                + "The data was made with another password: set that one, or start once with --fresh.");
        }

        var session = await signIn.Content.ReadFromJsonAsync<JsonElement>(context.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tmcp/demo");
        request.Headers.TryAddWithoutValidation("Authorization", session.GetProperty("token").GetString());
        using var response = await client.SendAsync(request, context.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(context.CancellationToken);
        return response.IsSuccessStatusCode
            ? CommandResults.Success("The demo data is complete.", answer, CommandResultFormat.Json)
            : CommandResults.Failure($"PocketBase answered {(int)response.StatusCode} to POST /api/tmcp/demo: {answer}");
    }
}
