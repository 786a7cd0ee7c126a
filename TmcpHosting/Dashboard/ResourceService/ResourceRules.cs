using Aspire.Hosting.Dashboard.Protocol;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>
/// What must hold for a resource message. The dashboard gives up its whole resource list, silently and for good, at the first
/// message that breaks one of these; so what breaks a rule is repaired or left out here, and only that.
/// </summary>
internal static class ResourceRules
{
    /// <summary>Brings <paramref name="resource"/> in order.</summary>
    /// <param name="resource">The message; is changed.</param>
    /// <param name="now">Stands in for a missing creation time.</param>
    /// <returns>One sentence for each thing that was wrong; empty as a rule.</returns>
    /// <exception cref="ArgumentException">The resource has no name: nothing can be shown.</exception>
    public static IReadOnlyList<string> Enforce(Resource resource, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(resource.Name))
            throw new ArgumentException("A resource without a name cannot be shown.", nameof(resource));

        var violations = new List<string>();
        EnforceIdentity(resource, now, violations);
        DropDuplicateProperties(resource.Properties, violations);
        Keep(resource.Properties, IsWhole, property => $"property '{property.Name}' has no name or no value", violations);
        Keep(resource.Environment, variable => variable.Name.Length > 0, _ => "an environment variable has no name", violations);
        Keep(resource.Relationships, IsWhole, relation => $"relationship '{relation.ResourceName}' ({relation.Type}) lacks name or type", violations);
        Keep(resource.Commands, IsWhole, command => $"command '{command.Name}' lacks name, title or a known state", violations);
        Keep(resource.Urls, url => Uri.TryCreate(url.FullUrl, UriKind.Absolute, out _), url => $"'{url.FullUrl}' is no absolute URL", violations);
        foreach (var url in resource.Urls)
            url.DisplayProperties ??= new UrlDisplayProperties();
        EnforceEnums(resource, violations);
        return violations;
    }

    private static void EnforceIdentity(Resource resource, DateTimeOffset now, List<string> violations)
    {
        if (resource.DisplayName.Length == 0)
            resource.DisplayName = resource.Name;
        if (resource.Uid.Length == 0)
            resource.Uid = resource.Name;
        if (resource.ResourceType.Length == 0)
        {
            violations.Add("the type is missing");
            resource.ResourceType = "Resource";
        }

        resource.CreatedAt ??= Timestamp.FromDateTimeOffset(now);
    }

    private static void EnforceEnums(Resource resource, List<string> violations)
    {
        if (resource.HasIconVariant && !System.Enum.IsDefined(resource.IconVariant))
        {
            violations.Add($"icon variant {(int)resource.IconVariant} does not exist");
            resource.ClearIconVariant();
        }

        foreach (var command in resource.Commands.Where(command => command.HasIconVariant && !System.Enum.IsDefined(command.IconVariant)))
        {
            violations.Add($"icon variant {(int)command.IconVariant} of command '{command.Name}' does not exist");
            command.ClearIconVariant();
        }

        foreach (var report in resource.HealthReports.Where(report => report.HasStatus && !System.Enum.IsDefined(report.Status)))
        {
            violations.Add($"status {(int)report.Status} of health report '{report.Key}' does not exist");
            report.ClearStatus();
        }
    }

    // The dashboard takes the last of several with one name and warns about it each time.
    private static void DropDuplicateProperties(RepeatedField<ResourceProperty> properties, List<string> violations)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = properties.Count - 1; i >= 0; i--)
        {
            if (seen.Add(properties[i].Name))
                continue;

            violations.Add($"property '{properties[i].Name}' stands there twice");
            properties.RemoveAt(i);
        }
    }

    private static void Keep<T>(RepeatedField<T> items, Func<T, bool> isWhole, Func<T, string> describe, List<string> violations)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (isWhole(items[i]))
                continue;

            violations.Add(describe(items[i]));
            items.RemoveAt(i);
        }
    }

    private static bool IsWhole(ResourceProperty property) =>
        !string.IsNullOrWhiteSpace(property.Name) && property.Value is { KindCase: not Value.KindOneofCase.None };

    private static bool IsWhole(ResourceRelationship relationship) =>
        !string.IsNullOrWhiteSpace(relationship.ResourceName) && !string.IsNullOrWhiteSpace(relationship.Type);

    private static bool IsWhole(ResourceCommand command) =>
        !string.IsNullOrWhiteSpace(command.Name) && !string.IsNullOrWhiteSpace(command.DisplayName) && System.Enum.IsDefined(command.State);
}
