using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace TmcpHosting.Tests.ApplicationModel;

/// <summary>Applications that are described and evaluated, never started.</summary>
internal static class TestApplication
{
    public static DistributedApplicationBuilder Create(params string[] args) => CreateIn(AppContext.BaseDirectory, args);

    public static DistributedApplicationBuilder CreateIn(string projectDirectory, params string[] args) => new(new DistributedApplicationOptions
    {
        Args = args,
        AssemblyName = typeof(TestApplication).Assembly.GetName().Name,
        ProjectDirectory = projectDirectory,
        DisableDashboard = true,
    });

    public static DistributedApplicationBuilder CreatePublishing() => Create("--operation", "publish");

    public static async Task<EvaluatedConfiguration> EvaluateAsync(this IDistributedApplicationBuilder builder, IResource resource)
    {
        await using var application = builder.Build();
        return await new ResourceConfigurationEvaluator(builder.ExecutionContext).EvaluateAsync(resource, null, NullLogger.Instance, CancellationToken.None);
    }

    /// <summary>Names and values of the variables, as a manifest would write them in publish mode.</summary>
    public static async Task<Dictionary<string, string?>> VariablesAsync(this IDistributedApplicationBuilder builder, IResource resource)
    {
        if (builder.ExecutionContext.IsRunMode)
            return (await builder.EvaluateAsync(resource)).Environment.ToDictionary(variable => variable.Name, variable => (string?)variable.Value);

        await using var application = builder.Build();
        var gathered = await new ResourceConfigurationEvaluator(builder.ExecutionContext).GatherEnvironmentAsync(resource, NullLogger.Instance, CancellationToken.None);
        return gathered.ToDictionary(pair => pair.Key, pair => (pair.Value as IManifestExpressionProvider)?.ValueExpression ?? pair.Value.ToString());
    }

    public static async Task<string[]> ArgumentsAsync(this IDistributedApplicationBuilder builder, IResource resource) =>
        [.. (await builder.EvaluateAsync(resource)).Arguments.Select(argument => argument.Value)];

    /// <summary>Gives every endpoint of the resource an address, as the orchestrator would.</summary>
    public static IResourceBuilder<T> Allocate<T>(this IResourceBuilder<T> builder, int firstPort = 5000)
        where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>())
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", firstPort++, targetPortExpression: $"<port of {endpoint.Name}>");
        return builder;
    }

    public static IResourceBuilder<ProjectResource> AddService(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject(name, $"{name}/{name}.csproj", launchProfileName: null);

    public static IResourceBuilder<ExecutableResource> AddTool(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddExecutable(name, "tool", ".");
}
