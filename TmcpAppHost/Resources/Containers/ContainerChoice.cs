using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.AppHost.Containers;

/// <summary>Whether a third-party server runs in a container in this run, and why.</summary>
/// <param name="InContainer">True for a container.</param>
/// <param name="Reason">For the start-up table, for example <c>docker has no image ollama/ollama:0.32.15</c>.</param>
internal sealed record ContainerChoice(bool InContainer, string Reason)
{
    /// <summary>Follows <c>--containers</c>; with <c>auto</c> a container is taken where the runtime answers and has the image.</summary>
    internal static ContainerChoice For(IDistributedApplicationBuilder builder, string image)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return new ContainerChoice(true, "published");
        return builder.GetTmcpOptions().Containers switch
        {
            ContainerMode.Always => new ContainerChoice(true, "--containers always"),
            ContainerMode.Never => new ContainerChoice(false, "--containers never"),
            _ => Decide(builder.GetLocalImages(), image),
        };
    }

    internal static ContainerChoice Decide(LocalImages local, string image) =>
        local.Problem is { } problem ? new ContainerChoice(false, problem)
        : local.Has(image) ? new ContainerChoice(true, $"{local.Runtime} has the image")
        : new ContainerChoice(false, $"{local.Runtime} has no image {image}");
}

/// <summary>The runtime's answer in the builder, asked for when it is first needed.</summary>
internal static class LocalImagesExtensions
{
    /// <summary>Lets <see cref="GetLocalImages"/> ask; refuses <c>--containers always</c> where no container can run.</summary>
    /// <exception cref="DistributedApplicationException">The runtime does not answer.</exception>
    internal static void AddLocalImages(this IDistributedApplicationBuilder builder, ContainerMode mode)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton(new Lazy<LocalImages>(() => LocalImages.Ask(configuration)));
        if (mode == ContainerMode.Always && builder.GetLocalImages().Problem is { } problem)
        {
            throw new DistributedApplicationException(
                $"Option --containers always needs a container runtime, and {problem}. Start it, or use --containers auto.");
        }
    }

    internal static LocalImages GetLocalImages(this IDistributedApplicationBuilder builder) =>
        ((Lazy<LocalImages>)builder.Services.Single(service => service.ServiceType == typeof(Lazy<LocalImages>)).ImplementationInstance!).Value;
}
