using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Executes the commands of resources. Thread-safe.</summary>
public class ResourceCommandService
{
    private static readonly InteractionInputCollection s_noArguments = new([]);

    private readonly IServiceProvider _services;
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _loggers;
    private readonly DistributedApplicationModel? _model;

    internal ResourceCommandService(
        IServiceProvider services, ResourceNotificationService notifications, ResourceLoggerService loggers, DistributedApplicationModel? model)
    {
        _services = services;
        _notifications = notifications;
        _loggers = loggers;
        _model = model;
    }

    /// <summary>Executes a command of one instance, or of all instances of a resource.</summary>
    /// <param name="resourceId">Id of the instance, or name of the resource.</param>
    /// <param name="commandName">The command, such as <c>start</c>.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The result. An unknown resource or command, one that is disabled now, and an exception of the command are failures with a message.</returns>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
        => ExecuteCommandAsync(resourceId, commandName, s_noArguments, cancellationToken);

    /// <summary>Executes a command of one instance, or of all instances of a resource, with values for its arguments.</summary>
    /// <param name="resourceId">Id of the instance, or name of the resource.</param>
    /// <param name="commandName">The command, such as <c>start</c>.</param>
    /// <param name="arguments">Values for the command's arguments.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The result. An unknown resource or command, one that is disabled now, and an exception of the command are failures with a message.</returns>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, InteractionInputCollection arguments, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        ArgumentException.ThrowIfNullOrEmpty(commandName);
        ArgumentNullException.ThrowIfNull(arguments);
        var resource = _notifications.TryGetCurrentState(resourceId, out var current) ? current.Resource : _model?.FindByNameOrId(resourceId);
        if (resource is null)
        {
            return Task.FromResult(CommandResults.Failure(
                $"Command '{commandName}' was not executed: no resource is called '{resourceId}'. Take a name or id from the resource list."));
        }

        return resource.HasName(resourceId)
            ? ExecuteCommandAsync(resource, commandName, arguments, cancellationToken)
            : ExecuteAsync(resource, resourceId, commandName, arguments, cancellationToken);
    }

    /// <summary>Executes a command of all instances of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="commandName">The command, such as <c>start</c>.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The result: success when all instances succeeded.</returns>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
        => ExecuteCommandAsync(resource, commandName, s_noArguments, cancellationToken);

    /// <summary>Executes a command of all instances of a resource, with values for its arguments.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="commandName">The command, such as <c>start</c>.</param>
    /// <param name="arguments">Values for the command's arguments.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The result: success when all instances succeeded.</returns>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, InteractionInputCollection arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentException.ThrowIfNullOrEmpty(commandName);
        ArgumentNullException.ThrowIfNull(arguments);
        var ids = resource.ResourceIds();
        if (ids.Count == 1)
            return await ExecuteAsync(resource, ids[0], commandName, arguments, cancellationToken).ConfigureAwait(false);

        var results = await Task.WhenAll(ids.Select(
            id => ExecuteAsync(resource, id, commandName, arguments, cancellationToken))).ConfigureAwait(false);
        return ReplicaResults.Combine(resource.Name, commandName, [.. ids.Zip(results)]);
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(
        IResource resource, string id, string commandName, InteractionInputCollection arguments, CancellationToken cancellationToken)
    {
        var logger = _loggers.GetLogger(id);
        var command = resource.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(annotation => annotation.Name == commandName);
        if (command is null)
            return Refused(logger, $"Command '{commandName}' was not executed: '{id}' has no such command. It has: {Names(resource)}.");
        if (StateOf(resource, id, command) is { } state and not ResourceCommandState.Enabled)
            return Refused(logger, $"Command '{commandName}' was not executed: it is {state} while {StateText(id)}. Try again in another state.");

        logger.LogInformation("Executing command '{Command}'.", commandName);
        try
        {
            var result = await command.ExecuteCommand(new ExecuteCommandContext
            {
                Services = _services,
                ResourceName = id,
                CancellationToken = cancellationToken,
                Logger = logger,
                Arguments = arguments,
            }).ConfigureAwait(false);
            if (result is { Success: false, Canceled: false })
                logger.LogError("Command '{Command}' failed: {Message}", commandName, result.Message ?? "it gave no reason.");
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("Command '{Command}' was cancelled.", commandName);
            return CommandResults.Canceled();
        }
        catch (Exception exception) // foreign code: its failure is the answer
        {
            logger.LogError(exception, "Command '{Command}' failed.", commandName);
            return CommandResults.Failure($"Command '{commandName}' of '{id}' failed: {exception.Message} See the log of '{id}'.");
        }
    }

    private static ExecuteCommandResult Refused(ILogger logger, string message)
    {
        logger.LogWarning("{Message}", message);
        return CommandResults.Failure(message);
    }

    // Before anything was published about a resource its state is unknown: the command decides for itself.
    private ResourceCommandState? StateOf(IResource resource, string id, ResourceCommandAnnotation command)
        => _notifications.TryGetCurrentState(id, out var current) && current.Resource == resource
            ? current.Snapshot.Commands.FirstOrDefault(snapshot => snapshot.Name == command.Name)?.State
            : null;

    private string StateText(string id) => _notifications.TryGetCurrentState(id, out var current) ? ResourceFailure.State(current) : $"'{id}' has no state";

    private static string Names(IResource resource)
    {
        var names = resource.Annotations.OfType<ResourceCommandAnnotation>().Select(annotation => annotation.Name).Distinct().ToArray();
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }
}
