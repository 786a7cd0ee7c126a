using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Finds executables in a model.</summary>
public static class ExecutableResourceExtensions
{
    /// <summary>The executables.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The executables.</returns>
    public static IEnumerable<ExecutableResource> GetExecutableResources(this DistributedApplicationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Resources.OfType<ExecutableResource>();
    }
}
