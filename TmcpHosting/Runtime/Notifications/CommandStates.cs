using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The commands of a resource, each in the state that fits a snapshot.</summary>
internal sealed class CommandStates(IServiceProvider services, ILogger logger)
{
    public ImmutableArray<ResourceCommandSnapshot> For(IResource resource, CustomResourceSnapshot snapshot)
        => [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(command => new ResourceCommandSnapshot(
            command.Name,
            StateOf(resource, command, snapshot),
            command.DisplayName,
            command.DisplayDescription,
            command.Parameter,
            command.ConfirmationMessage,
            command.IconName,
            command.IconVariant,
            command.IsHighlighted))];

    private ResourceCommandState StateOf(IResource resource, ResourceCommandAnnotation command, CustomResourceSnapshot snapshot)
    {
        try
        {
            return command.UpdateState(new UpdateCommandStateContext { ResourceSnapshot = snapshot, Services = services });
        }
        catch (Exception exception) // foreign code: a command in doubt must not stop the resource's updates
        {
            NotificationLog.CommandStateFailed(logger, command.Name, resource.Name, exception);
            return ResourceCommandState.Disabled;
        }
    }
}
