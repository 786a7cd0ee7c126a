namespace Aspire.Hosting.ApplicationModel;

/// <summary>A health check that counts for the resource.</summary>
/// <param name="key">The name under which the check is registered.</param>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The name under which the check is registered.</summary>
    public string Key { get; } = key ?? throw new ArgumentNullException(nameof(key));
}
