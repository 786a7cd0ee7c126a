using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>
/// Has the image of a container ready before dcp is asked to run it. Left to dcp, a missing image takes three attempts and 11 s to be
/// reported, and a build needs BuildKit's plug-in.
/// </summary>
internal sealed class ContainerImages(ContainerCli cli, string applicationId)
{
    /// <summary>Builds, pulls or finds the image.</summary>
    /// <param name="resource">The container.</param>
    /// <param name="onBuild">Runs when a build begins.</param>
    /// <param name="log">Takes the runtime's output.</param>
    /// <param name="cancellationToken">Ends the runtime's work, too.</param>
    /// <returns>The image's full name.</returns>
    /// <exception cref="DistributedApplicationException">The image cannot be had; the message says why and what to do.</exception>
    public async Task<string> EnsureAsync(IResource resource, Func<Task> onBuild, Action<string> log, CancellationToken cancellationToken)
    {
        var policy = resource.TryGetLastAnnotation<ContainerImagePullPolicyAnnotation>(out var annotation) ? annotation.ImagePullPolicy : ImagePullPolicy.Default;
        if (resource.TryGetLastAnnotation<DockerfileBuildAnnotation>(out var build))
        {
            await onBuild();
            return await new ImageBuild(cli, resource, build).RunAsync(BuiltName(resource, build), policy == ImagePullPolicy.Always, log, cancellationToken);
        }

        if (!resource.TryGetContainerImageName(out var image))
            throw new DistributedApplicationException($"Container '{resource.Name}' has no image. Give it one with WithImage or WithDockerfile.");
        if (policy != ImagePullPolicy.Always && await IsPresentAsync(image!, cancellationToken))
            return image!;
        if (policy == ImagePullPolicy.Never)
        {
            throw new DistributedApplicationException(
                $"Image '{image}' of '{resource.Name}' is not on this machine, and its pull policy is Never. Pull or build it, or choose another policy.");
        }

        await PullAsync(resource, image!, log, cancellationToken);
        return image!;
    }

    /// <summary>True when the runtime has the image; 0.05 s.</summary>
    public async Task<bool> IsPresentAsync(string image, CancellationToken cancellationToken) =>
        (await cli.RunAsync(["image", "inspect", "--format", "{{.Id}}", image], cancellationToken)).ExitCode == 0;

    private async Task PullAsync(IResource resource, string image, Action<string> log, CancellationToken cancellationToken)
    {
        log($"Pulling image '{image}' ...");
        var run = await cli.RunAsync(["pull", image], cancellationToken, log);
        if (run.ExitCode != 0)
            throw new DistributedApplicationException($"Image '{image}' of '{resource.Name}' could not be pulled: {ImageProblem.Explain(cli.Runtime, image, run.Output)}");
    }

    // One tag per AppHost: a rebuild replaces it, and two checkouts do not take each other's.
    private string BuiltName(IResource resource, DockerfileBuildAnnotation build)
    {
        resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image);
        var name = build.ImageName ?? image?.Image ?? resource.Name.ToLowerInvariant();
        var tag = build.ImageTag ?? (image?.Tag is { } given and not "latest" ? given : applicationId);
        return $"{name}:{tag}";
    }
}
