namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a name means: a resource with all its instances, or one instance of it.</summary>
/// <param name="Name">The resource's name.</param>
/// <param name="Instances">Ids of its instances; empty when it has none of its own.</param>
/// <param name="Instance">The one instance meant, or null for the resource as a whole.</param>
internal sealed record ResourceAddress(string Name, IReadOnlyList<string> Instances, string? Instance = null)
{
    /// <summary>What an operation on this address covers.</summary>
    public IEnumerable<string> Selected => Instance is null ? Instances.Prepend(Name) : [Instance];

    /// <summary>The logs that a line written to this address appears in.</summary>
    public IEnumerable<string> Written => Instance is null ? Selected : Instance == Name ? [Name] : [Name, Instance];

    public static ResourceAddress Of(IResource resource)
        => new(resource.Name, [.. resource.ResourceIds().Where(id => id != resource.Name)]);

    /// <summary>Finds the resource or instance of a name. A name that nobody has stands for itself.</summary>
    public static ResourceAddress Resolve(DistributedApplicationModel? model, string nameOrId)
        => model?.FindByNameOrId(nameOrId) is not { } resource ? new(nameOrId, [])
            : resource.HasName(nameOrId) ? Of(resource)
            : Of(resource) with { Instance = resource.ResourceIds().First(id => StringComparer.OrdinalIgnoreCase.Equals(id, nameOrId)) };
}
