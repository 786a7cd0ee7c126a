using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Finds resources in an application while it is described.</summary>
public static class DistributedApplicationBuilderExtensions
{
    /// <summary>A builder of a resource that was added before.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">There is none of that name and type.</exception>
    public static IResourceBuilder<T> CreateResourceBuilder<T>(this IDistributedApplicationBuilder builder, string name)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        if (!builder.Resources.TryGetByName(name, out var resource))
            throw new InvalidOperationException($"There is no resource '{name}'. {ModelText.List("Resources", builder.Resources.Select(r => r.Name))}");

        return resource is T typed
            ? builder.CreateResourceBuilder(typed)
            : throw new InvalidOperationException($"Resource '{name}' is a '{resource.GetType().Name}', not a '{typeof(T).Name}'.");
    }

    /// <summary>Finds a resource that was added before.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="resourceBuilder">The builder, when there is one of that name and type.</param>
    /// <returns>True when there is one.</returns>
    public static bool TryCreateResourceBuilder<T>(
        this IDistributedApplicationBuilder builder,
        string name,
        [NotNullWhen(true)] out IResourceBuilder<T>? resourceBuilder)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        resourceBuilder = builder.Resources.TryGetByName(name, out var resource) && resource is T typed ? builder.CreateResourceBuilder(typed) : null;
        return resourceBuilder is not null;
    }
}
