using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Runtime;

/// <summary>A resource that nobody runs: tests publish its states.</summary>
internal sealed class TestResource(string name) : Resource(name), IResourceWithWaitSupport, IResourceWithEndpoints
{
    /// <summary>Gives it replicas <c>name-1</c> to <c>name-n</c>.</summary>
    public TestResource WithInstances(int count)
    {
        Annotations.Add(new ResourceInstancesAnnotation
        {
            Instances = [.. Enumerable.Range(1, count).Select(number => new ResourceInstance($"{Name}-{number}", $"{number}", number - 1))],
        });
        return this;
    }

    public TestResource WaitsFor(IResource dependency, WaitType type = WaitType.WaitUntilHealthy, WaitBehavior? behavior = null, int exitCode = 0)
    {
        Annotations.Add(new WaitAnnotation(dependency, type, exitCode) { WaitBehavior = behavior });
        return this;
    }

    public TestResource WithCheck(string key)
    {
        Annotations.Add(new HealthCheckAnnotation(key));
        return this;
    }
}
