using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds a command, or replaces the one of that name.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">Its name, unique in the resource.</param>
    /// <param name="displayName">The text of its button.</param>
    /// <param name="executeCommand">What it does.</param>
    /// <param name="commandOptions">How it looks and when it can be used.</param>
    /// <returns>The builder.</returns>
    [OverloadResolutionPriority(1)]
    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder,
        string name,
        string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
        CommandOptions? commandOptions = null)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(displayName);
        ArgumentNullException.ThrowIfNull(executeCommand);
        foreach (var existing in builder.Resource.Annotations.OfType<ResourceCommandAnnotation>().Where(command => command.Name == name).ToArray())
            builder.Resource.Annotations.Remove(existing);

        var options = commandOptions ?? CommandOptions.Default;
        return builder.WithAnnotation(new ResourceCommandAnnotation(
            name,
            displayName,
            options.UpdateState ?? (_ => ResourceCommandState.Enabled),
            executeCommand,
            options.Description,
            options.Parameter,
            options.ConfirmationMessage,
            options.IconName,
            options.IconVariant,
            options.IsHighlighted)
        {
            Arguments = options.Arguments,
            Visibility = options.Visibility,
        });
    }

    /// <summary>Adds a command that sends a request to the resource.</summary>
    /// <typeparam name="TResource">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="displayName">The text of its button.</param>
    /// <param name="endpointName">The endpoint. Default: <c>https</c>, else <c>http</c>.</param>
    /// <param name="commandName">Its name. Default: made of endpoint, method and path.</param>
    /// <param name="commandOptions">How it looks and behaves. Default: POST, success for a status from 200 to 299.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(
        this IResourceBuilder<TResource> builder,
        string path,
        string displayName,
        string? endpointName = null,
        string? commandName = null,
        HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithHttpCommand(path, displayName, endpointName is null ? null : () => builder.GetEndpoint(endpointName), commandName, commandOptions);
    }

    /// <summary>Adds a command that sends a request to the resource.</summary>
    /// <typeparam name="TResource">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="displayName">The text of its button.</param>
    /// <param name="endpointSelector">Chooses the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    /// <param name="commandName">Its name. Default: made of endpoint, method and path.</param>
    /// <param name="commandOptions">How it looks and behaves. Default: POST, success for a status from 200 to 299.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(
        this IResourceBuilder<TResource> builder,
        string path,
        string displayName,
        Func<EndpointReference>? endpointSelector,
        string? commandName = null,
        HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(path);
        var options = commandOptions ?? HttpCommandOptions.Default;
        var selector = endpointSelector ?? options.EndpointSelector;
        var endpoint = RequireHttp(builder.Resource, selector?.Invoke() ?? HttpEndpointOf(builder.Resource), "command");
        var request = new HttpCommand(endpoint, path, options);
        return builder.WithCommand(commandName ?? request.DefaultName, displayName, request.ExecuteAsync, options);
    }
}
