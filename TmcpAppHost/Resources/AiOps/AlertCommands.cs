using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.AppHost.Logs;

namespace Tmcp.AppHost.AiOps;

/// <summary>What the dashboard's commands send to the AIOps agent.</summary>
internal sealed partial class AlertCommands(ExecuteCommandContext context)
{
    private const int Causes = 20;
    private const int Lines = 10_000;

    /// <summary>A log line and an alert about it. Each press is an incident of its own.</summary>
    internal Task<ExecuteCommandResult> FireAsync(EndpointReference agent)
    {
        var now = TimeProvider.System.GetUtcNow();
        var press = $"press-{now:HHmmssfff}";
        TestLine(context.Logger, press);
        var alert = new ResourceAlert("TestAlert", agent.Resource.Name, "warning", "A test alert from the dashboard. Nothing is broken.", now) { Instance = press };
        return PostAsync(agent, "/api/webhook/alert", ResourceAlert.Body(alert));
    }

    /// <summary>Lines as Fluentd posts them, of few causes and with changing numbers.</summary>
    internal Task<ExecuteCommandResult> StormAsync(EndpointReference agent)
    {
        var kubernetes = new { namespace_name = "local", pod_name = "storm" };
        var lines = Enumerable.Range(0, Lines).Select(index => new
        {
            message = $"ERROR {(char)('A' + (index % Causes))}-module: job {index} failed after {index * 7 % 1000} ms: connection refused",
            kubernetes,
        });
        return PostAsync(agent, "/api/webhook/k8s-logs", lines);
    }

    /// <summary>Pauses or resumes the messages.</summary>
    internal Task<ExecuteCommandResult> SwitchAsync(EndpointReference agent, string action) =>
        PostAsync<object?>(agent, $"/api/notifications/{action}", null);

    [LoggerMessage(1, LogLevel.Warning, "Test alert {Press}: somebody asked for it in the dashboard, nothing is broken.")]
    private static partial void TestLine(ILogger logger, string press);

    private async Task<ExecuteCommandResult> PostAsync<T>(EndpointReference agent, string path, T body)
    {
        using var client = context.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var response = await client.PostAsJsonAsync(new Uri(new Uri(agent.Url), path), body, JsonSerializerOptions.Web, context.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(context.CancellationToken);
        return response.IsSuccessStatusCode
            ? CommandResults.Success("The AIOps agent took it. Open the inbox (resource 'discord').", answer, CommandResultFormat.Json)
            : CommandResults.Failure($"The AIOps agent answered {(int)response.StatusCode} to POST {path}: {answer}");
    }
}
