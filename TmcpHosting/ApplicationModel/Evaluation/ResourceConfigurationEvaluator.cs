using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Runs the callbacks of a resource that write variables and arguments, and resolves what they wrote to text. Values are neither
/// logged nor put into exceptions. Text that the orchestrator has put into <see cref="AllocatedEndpoint.TargetPortExpression"/> comes out unchanged.
/// </summary>
internal sealed class ResourceConfigurationEvaluator(DistributedApplicationExecutionContext executionContext)
{
    /// <summary>
    /// Variables and arguments as text. Waits for addresses and parameters that are not known yet. A callback may change what an
    /// executable runs, so read <see cref="ExecutableResource.Command"/> afterwards.
    /// </summary>
    /// <param name="resource">The resource.</param>
    /// <param name="instance">The replica; null for the first one, or when there is only one.</param>
    /// <param name="logger">The log of the resource, for its callbacks.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    /// <exception cref="DistributedApplicationException">A value cannot be had; the message names the variable or argument.</exception>
    public async Task<EvaluatedConfiguration> EvaluateAsync(
        IResource resource,
        ResourceInstance? instance,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var context = new InstanceValueProviderContext
        {
            ExecutionContext = executionContext,
            Caller = resource,
            Instance = instance ?? FirstInstance(resource),
        };

        // Arguments first: their callbacks may decide what the executable is, which variables can depend on.
        var arguments = new List<EvaluatedArgument>();
        foreach (var value in await GatherArgumentsAsync(resource, logger, cancellationToken).ConfigureAwait(false))
        {
            var place = $"Argument {arguments.Count + 1}";
            if (await ResolveAsync(resource, place, value, context, cancellationToken).ConfigureAwait(false) is { } text)
                arguments.Add(new EvaluatedArgument(text, SecretFinder.HoldsSecret(value)));
        }

        var environment = new List<EvaluatedVariable>();
        foreach (var (name, value) in await GatherEnvironmentAsync(resource, logger, cancellationToken).ConfigureAwait(false))
        {
            var place = $"Environment variable '{name}'";
            if (await ResolveAsync(resource, place, value, context, cancellationToken).ConfigureAwait(false) is { } text)
                environment.Add(new EvaluatedVariable(name, text, SecretFinder.HoldsSecret(value)));
        }

        return new EvaluatedConfiguration(environment, arguments);
    }

    /// <summary>The variables as the callbacks wrote them; in publish mode they are read as manifest expressions.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, object>>> GatherEnvironmentAsync(
        IResource resource,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);
        return [.. context.EnvironmentVariables];
    }

    /// <summary>The arguments as the callbacks wrote them.</summary>
    public async Task<IReadOnlyList<object>> GatherArgumentsAsync(IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken) { ExecutionContext = executionContext, Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);
        return [.. context.Args];
    }

    private static ResourceInstance? FirstInstance(IResource resource) =>
        resource.TryGetLastAnnotation<ResourceInstancesAnnotation>(out var instances) ? instances.Instances[0] : null;

    private static async ValueTask<string?> ResolveAsync(
        IResource resource,
        string place,
        object? value,
        ValueProviderContext context,
        CancellationToken cancellationToken)
    {
        try
        {
            return ValueOf(value) switch
            {
                null => null,
                string text => text,
                IValueProvider provider => await provider.GetValueAsync(context, cancellationToken).ConfigureAwait(false),
                bool flag => flag ? "true" : "false",
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                var other => throw new DistributedApplicationException(
                    $"a '{other.GetType().Name}' has no value; write a string, a number or a value such as an endpoint"),
            };
        }
        catch (Exception reason) when (reason is DistributedApplicationException or InvalidOperationException)
        {
            throw new DistributedApplicationException($"{place} of resource '{resource.Name}' cannot be evaluated: {reason.Message}", reason);
        }
    }

    private static object? ValueOf(object? value) => value is IResourceBuilder<IResource> builder ? builder.Resource : value;
}
