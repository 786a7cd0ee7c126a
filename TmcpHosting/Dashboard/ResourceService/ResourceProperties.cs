using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Proto = Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>
/// The properties of a resource. State, health and times stand in the message too, but the details page reads only these; it
/// knows their names and order, other ones it shows when they are highlighted.
/// </summary>
internal static class ResourceProperties
{
    /// <summary>Shown without "show all", under these labels, in this order after the dashboard's own.</summary>
    private static readonly (string Name, string Label)[] _highlighted =
    [
        (KnownProperties.Project.Path, "Project path"),
        (KnownProperties.Project.LaunchProfile, "Launch profile"),
        (KnownProperties.Container.Image, "Container image"),
        (KnownProperties.Container.Id, "Container ID"),
        (KnownProperties.Container.Command, "Container command"),
        (KnownProperties.Container.Args, "Container arguments"),
        (KnownProperties.Container.Ports, "Container ports"),
        (KnownProperties.Container.Lifetime, "Container lifetime"),
        (KnownProperties.Executable.Path, "Executable path"),
        (KnownProperties.Executable.WorkDir, "Working directory"),
        (KnownProperties.Executable.Args, "Executable arguments"),
        (KnownProperties.Executable.Pid, "Process ID"),
    ];

    public static IEnumerable<Proto.ResourceProperty> Create(ResourceEvent resourceEvent, string? state)
    {
        var (resource, snapshot) = (resourceEvent.Resource, resourceEvent.Snapshot);
        List<ResourcePropertySnapshot> general =
        [
            new("resource.uid", resourceEvent.ResourceId),
            new("resource.name", resourceEvent.ResourceId),
            new("resource.type", snapshot.ResourceType),
            new("resource.displayName", resource.Name),
            new("resource.state", state),
            new(KnownProperties.Resource.ExitCode, snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture)),
            new("resource.createTime", snapshot.CreationTimeStamp),
            new("resource.startTime", snapshot.StartTimeStamp),
            new("resource.stopTime", snapshot.StopTimeStamp),
            new(KnownProperties.Resource.HealthState, state == KnownResourceStates.Running ? snapshot.HealthStatus?.ToString() : null),
        ];
        if (ParentOf(resource) is { } parent)
            general.Add(new ResourcePropertySnapshot(KnownProperties.Resource.ParentName, parent.ResourceIds()[0]));

        // What this list says wins over a snapshot's own property of the same name.
        var own = snapshot.Properties.IsDefault ? [] : snapshot.Properties;
        return own.Where(property => !general.Exists(known => known.Name == property.Name)).Concat(general)
            .Select(property => ToMessage(resource, property));
    }

    /// <summary>A time without a zone is meant as UTC.</summary>
    public static DateTime ToUtc(DateTime time) =>
        time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    private static IResource? ParentOf(IResource resource) =>
        (resource as IResourceWithParent)?.Parent
        ?? resource.Annotations.OfType<ResourceRelationshipAnnotation>().FirstOrDefault(relation => relation.Type == KnownRelationshipTypes.Parent)?.Resource;

    private static Proto.ResourceProperty ToMessage(IResource resource, ResourcePropertySnapshot property)
    {
        var message = new Proto.ResourceProperty { Name = property.Name, Value = ToValue(property.Value) };
        if (IsSecret(resource, property))
            message.IsSensitive = true;
        if (Array.FindIndex(_highlighted, known => known.Name == property.Name) is var order and >= 0)
        {
            message.DisplayName = _highlighted[order].Label;
            message.IsHighlighted = true;
            message.SortOrder = order;
        }

        return message;
    }

    // Whoever publishes the snapshot says so; these two are secret even if it forgot.
    private static bool IsSecret(IResource resource, ResourcePropertySnapshot property) =>
        property.IsSensitive
        || property.Name == KnownProperties.Resource.ConnectionString
        || (property.Name == KnownProperties.Parameter.Value && resource is ParameterResource { Secret: true });

    private static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        DateTime time => Value.ForString(ToUtc(time).ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset time => Value.ForString(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        byte or short or ushort or int or uint or long or float or double => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        System.Collections.IEnumerable items => Value.ForList([.. items.Cast<object?>().Select(ToValue)]),
        _ => Value.ForString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    // JSON, which these values stand for, has no such numbers.
    private static Value Number(double number) => double.IsFinite(number) ? Value.ForNumber(number) : Value.ForString(number.ToString(CultureInfo.InvariantCulture));
}
