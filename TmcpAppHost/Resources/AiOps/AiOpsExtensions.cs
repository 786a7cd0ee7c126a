using Tmcp.AppHost.AiOps;
using Tmcp.AppHost.Models;
using Tmcp.AppHost.Routes;

namespace Tmcp.AppHost;

/// <summary>The AIOps agent in the graph.</summary>
internal static class AiOpsExtensions
{
    private const string EndpointName = "http";

    /// <summary>Tells the agent, for each resource, what it depends on: a cause is often in the log of another service.</summary>
    internal static IResourceBuilder<T> WithDependenciesOfGraph<T>(this IResourceBuilder<T> agent)
        where T : IResourceWithEnvironment
    {
        var resources = agent.ApplicationBuilder.Resources;
        return agent.WithEnvironment(context =>
        {
            foreach (var resource in resources.Where(resource => resource.Name != agent.Resource.Name))
            {
                var dependencies = DependenciesOf(resource);
                if (dependencies.Length > 0)
                    context.EnvironmentVariables[$"AiOps__Dependencies__{resource.Name}"] = string.Join(',', dependencies);
            }
        });
    }

    /// <summary>
    /// Gives the agent the model that analyses. The emulator is none: the agent's own rules find more, and say that they are rules.
    /// </summary>
    internal static IResourceBuilder<T> WithAnalysisBy<T>(this IResourceBuilder<T> agent, IResourceBuilder<IResource> model)
        where T : IResourceWithEnvironment
    {
        agent.WithModelServer(model);
        return model.Resource.Annotations.OfType<ModelServerAnnotation>().Single().IsEmulator ? agent.WithEnvironment("AiOps__Analysis__UseModel", "false") : agent;
    }

    /// <summary>
    /// Tells the agent where the pages are that its messages link to: the dashboard of this run, and Kibana behind the gateway. A cluster has its own
    /// addresses for them, or none.
    /// </summary>
    internal static IResourceBuilder<T> WithLinksInMessages<T>(this IResourceBuilder<T> agent)
        where T : IResourceWithEnvironment
    {
        var builder = agent.ApplicationBuilder;
        return builder.ExecutionContext.IsPublishMode ? agent : agent.WithEnvironment(context =>
        {
            if (builder.Configuration["ASPNETCORE_URLS"]?.Split(';')[0] is { Length: > 0 } dashboard)
                context.EnvironmentVariables["AiOps__Discord__DashboardUrl"] = dashboard;
            var kibana = builder.Resources.FirstOrDefault(resource => resource.Name == Names.Kibana)?.Annotations.OfType<RouteAnnotation>().Single();
            if (kibana is not null && builder.Resources.OfType<IResourceWithEndpoints>().Single(resource => resource.Name == Names.Gateway) is { } gateway)
                context.EnvironmentVariables["AiOps__Discord__KibanaUrl"] = ReferenceExpression.Create($"{gateway.GetEndpoint(EndpointName)}{kibana.Path}");
        });
    }

    /// <summary>Adds what a person tries first: a test alert, a storm, a pause.</summary>
    internal static IResourceBuilder<T> WithAlertCommands<T>(this IResourceBuilder<T> agent)
        where T : IResourceWithEndpoints
    {
        var endpoint = agent.GetEndpoint(EndpointName);
        return agent
            .WithAlertCommand("fire-test-alert", "Fire a test alert", "Fires a test alert: its message appears in the inbox.", "Alert",
                commands => commands.FireAsync(endpoint), isHighlighted: true)
            .WithAlertCommand("simulate-log-storm", "Simulate a log storm", "Posts 10,000 error lines of 20 causes: 20 messages, not 10,000.", "WeatherThunderstorm",
                commands => commands.StormAsync(endpoint))
            .WithAlertCommand("pause-notifications", "Pause notifications", "Alerts are accepted and analysed; messages wait.", "PauseCircle",
                commands => commands.SwitchAsync(endpoint, "pause"))
            .WithAlertCommand("resume-notifications", "Resume notifications", "Sends what waited.", "PlayCircle",
                commands => commands.SwitchAsync(endpoint, "resume"));
    }

    /// <summary>Adds a command that kills the resource's process, as a crash would, so that a real alert comes.</summary>
    internal static IResourceBuilder<T> WithBreakCommand<T>(this IResourceBuilder<T> builder)
        where T : IResource =>
        builder.ApplicationBuilder.ExecutionContext.IsPublishMode ? builder : builder.WithCommand(
            "break",
            "Break it",
            context => Task.FromResult(BreakCommand.Execute(builder.Resource, context)),
            new CommandOptions
            {
                Description = "Kills the process, as a crash would. The AIOps agent reports it; 'start' brings it back.",
                ConfirmationMessage = $"Kill {builder.Resource.Name}? Its 'start' command brings it back.",
                IconName = "Bug",
                UpdateState = RunningOnly,
            });

    private static IResourceBuilder<T> WithAlertCommand<T>(
        this IResourceBuilder<T> agent,
        string name,
        string displayName,
        string description,
        string icon,
        Func<AlertCommands, Task<ExecuteCommandResult>> execute,
        bool isHighlighted = false)
        where T : IResource =>
        agent.WithCommand(
            name,
            displayName,
            context => execute(new AlertCommands(context)),
            new CommandOptions { Description = description, IconName = icon, IsHighlighted = isHighlighted, UpdateState = RunningOnly });

    private static ResourceCommandState RunningOnly(UpdateCommandStateContext context) =>
        context.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    private static string[] DependenciesOf(IResource resource) =>
    [
        .. resource.Annotations.OfType<ResourceRelationshipAnnotation>()
            .Where(relationship => relationship.Type == "Reference" && relationship.Resource is not ParameterResource)
            .Select(relationship => relationship.Resource.Name)
            .Distinct(),
    ];
}
