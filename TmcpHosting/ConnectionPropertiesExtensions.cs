using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>For resources that build on the connection properties of another one.</summary>
public static class ConnectionPropertiesExtensions
{
    /// <summary>The connection properties of a resource, some added or replaced.</summary>
    /// <param name="source">The resource.</param>
    /// <param name="additional">What is added or replaced.</param>
    /// <returns>Names and values.</returns>
    public static IEnumerable<KeyValuePair<string, ReferenceExpression>> CombineProperties(
        this IResourceWithConnectionString source,
        IEnumerable<KeyValuePair<string, ReferenceExpression>> additional)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(additional);
        var combined = new Dictionary<string, ReferenceExpression>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in source.GetConnectionProperties().Concat(additional))
            combined[name] = value;
        return combined;
    }
}
