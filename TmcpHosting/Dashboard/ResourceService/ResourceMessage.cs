using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Health = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;
using Proto = Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>Turns a snapshot into what the dashboard shows. Builds only; <see cref="ResourceRules"/> checks the result.</summary>
internal static class ResourceMessage
{
    /// <summary>Builds the message of one instance.</summary>
    /// <param name="resourceEvent">The instance and its newest snapshot.</param>
    /// <param name="hasBeenHealthy">Whether it has passed its health checks since it was started.</param>
    public static Proto.Resource Create(ResourceEvent resourceEvent, bool hasBeenHealthy)
    {
        var snapshot = resourceEvent.Snapshot;
        var state = ShownState(snapshot, hasBeenHealthy);
        var message = new Proto.Resource
        {
            Name = resourceEvent.ResourceId,
            DisplayName = resourceEvent.Resource.Name,
            Uid = resourceEvent.ResourceId,
            ResourceType = snapshot.ResourceType,
            CreatedAt = ToTimestamp(snapshot.CreationTimeStamp),
            StartedAt = ToTimestamp(snapshot.StartTimeStamp),
            StoppedAt = ToTimestamp(snapshot.StopTimeStamp),
            IsHidden = snapshot.IsHidden,
            SupportsDetailedTelemetry = snapshot.SupportsDetailedTelemetry,
            Properties = { ResourceProperties.Create(resourceEvent, state) },
            Environment = { Items(snapshot.EnvironmentVariables).Select(ToVariable) },
            Urls = { Items(snapshot.Urls).Select(ToUrl) },
            Volumes = { Items(snapshot.Volumes).Select(ToVolume) },
            Commands = { Items(snapshot.Commands).Where(command => IsForPeople(resourceEvent.Resource, command)).Select(ToCommand) },
            HealthReports = { Items(snapshot.HealthReports).Select(ToReport) },
            Relationships = { Items(snapshot.Relationships).Select(relation => new Proto.ResourceRelationship { ResourceName = relation.ResourceName, Type = relation.Type }) },
        };
        if (state is not null)
            message.State = state;
        if (snapshot.State?.Style is { } style)
            message.StateStyle = style;
        if (snapshot.IconName is { } icon)
        {
            message.IconName = icon;
            message.IconVariant = ToIconVariant(snapshot.IconVariant ?? IconVariant.Filled);
        }

        return message;
    }

    // A process that has not answered its first probe is on its way, not ill; the dashboard would call it "Running (Unhealthy)".
    private static string? ShownState(CustomResourceSnapshot snapshot, bool hasBeenHealthy) =>
        snapshot.State?.Text == KnownResourceStates.Running && snapshot.HealthStatus == Health.Unhealthy && !hasBeenHealthy
            ? KnownResourceStates.Starting
            : snapshot.State?.Text;

    private static Timestamp? ToTimestamp(DateTime? time) => time is { } value ? Timestamp.FromDateTime(ResourceProperties.ToUtc(value)) : null;

    private static Proto.EnvironmentVariable ToVariable(EnvironmentVariableSnapshot variable)
    {
        var message = new Proto.EnvironmentVariable { Name = variable.Name, IsFromSpec = variable.IsFromSpec };
        if (variable.Value is { } value)
            message.Value = value;
        return message;
    }

    private static Proto.Url ToUrl(UrlSnapshot url)
    {
        var message = new Proto.Url
        {
            FullUrl = url.Url,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new Proto.UrlDisplayProperties
            {
                DisplayName = url.DisplayProperties.DisplayName,
                SortOrder = url.DisplayProperties.SortOrder,
            },
        };
        if (url.Name is { } name)
            message.EndpointName = name;
        return message;
    }

    private static Proto.Volume ToVolume(VolumeSnapshot volume) =>
        new() { Source = volume.Source ?? "", Target = volume.Target, MountType = volume.MountType, IsReadOnly = volume.IsReadOnly };

    private static bool IsForPeople(IResource resource, ResourceCommandSnapshot command) =>
        resource.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(known => known.Name == command.Name)
            is not { } annotation || annotation.Visibility.HasFlag(ResourceCommandVisibility.UI);

    private static Proto.ResourceCommand ToCommand(ResourceCommandSnapshot command)
    {
        var message = new Proto.ResourceCommand
        {
            Name = command.Name,
            DisplayName = command.DisplayName,
            IsHighlighted = command.IsHighlighted,
            State = (Proto.ResourceCommandState)command.State,
        };
        if (command.DisplayDescription is { } description)
            message.DisplayDescription = description;
        if (command.ConfirmationMessage is { } question)
            message.ConfirmationMessage = question;
        if (command.IconName is { } icon)
        {
            message.IconName = icon;
            message.IconVariant = ToIconVariant(command.IconVariant ?? IconVariant.Regular);
        }

        return message;
    }

    private static Proto.HealthReport ToReport(HealthReportSnapshot report)
    {
        var message = new Proto.HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = ToTimestamp(report.LastRunAt),
        };

        // Left out before the first run: the zero of this enumeration means healthy.
        if (report.Status is { } status)
        {
            message.Status = status switch
            {
                Health.Healthy => Proto.HealthStatus.Healthy,
                Health.Degraded => Proto.HealthStatus.Degraded,
                _ => Proto.HealthStatus.Unhealthy,
            };
        }

        return message;
    }

    private static Proto.IconVariant ToIconVariant(IconVariant variant) => (Proto.IconVariant)variant;

    // An array of a snapshot that nobody set is "default", which throws when read.
    private static ImmutableArray<T> Items<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
