using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>An application while it is described.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Settings from files, user secrets, environment and command line, the last one winning.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The directory of the AppHost project; relative paths start here.</summary>
    string AppHostDirectory { get; }

    /// <summary>The assembly of the AppHost; null when it is not known.</summary>
    Assembly? AppHostAssembly => null;

    /// <summary>The environment's name (<c>Development</c>, <c>Production</c>…) and content root.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>Services of the AppHost itself.</summary>
    IServiceCollection Services { get; }

    /// <summary>Events of the application and its resources.</summary>
    IDistributedApplicationEventing Eventing { get; }

    /// <summary>Run or publish.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The resources so far.</summary>
    IResourceCollection Resources { get; }

    /// <summary>Adds a resource.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="resource">The resource.</param>
    /// <returns>A builder to refine it with.</returns>
    /// <exception cref="DistributedApplicationException">There is a resource of that name already.</exception>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>A builder of a resource without adding it.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="resource">The resource.</param>
    /// <returns>A builder to refine it with.</returns>
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource;

    /// <summary>Ends the description.</summary>
    /// <returns>The application, ready to start.</returns>
    DistributedApplication Build();
}
