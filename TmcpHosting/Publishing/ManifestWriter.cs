using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>
/// Writes a model. Order: 1. the resources of the model. 2. what they refer to and the model does not hold. 3. texts to be escaped.
/// </summary>
internal sealed class ManifestWriter(ManifestPublishingContext context, DistributedApplicationModel model)
{
    private readonly HashSet<string> _written = new(StringComparisons.ResourceNameComparer);

    public async Task WriteAsync()
    {
        context.Writer.WriteStartObject();
        context.Writer.WriteStartObject("resources");
        foreach (var resource in model.Resources.ToArray())
            await WriteResourceAsync(resource).ConfigureAwait(false);
        await WriteReferencedAsync().ConfigureAwait(false);
        foreach (var (text, name) in context.Expressions.Encoded)
            WriteEncoded(text, name);
        context.Writer.WriteEndObject();
        context.Writer.WriteEndObject();
        await context.Writer.FlushAsync(context.CancellationToken).ConfigureAwait(false);
    }

    // What is written here may refer to more: the list grows while it is read.
    private async Task WriteReferencedAsync()
    {
        var known = model.Resources.Select(resource => resource.Name).ToHashSet(StringComparisons.ResourceNameComparer);
        for (var index = 0; index < context.Dependents.Resources.Count; index++)
        {
            var resource = context.Dependents.Resources[index];
            if (!known.Contains(resource.Name))
                await WriteResourceAsync(resource).ConfigureAwait(false);
            if (!_written.Contains(resource.Name))
                Log.ReferenceDangles(context.Logger, resource.Name);
        }
    }

    private async Task WriteResourceAsync(IResource resource)
    {
        if (WriterFor(resource) is not { } write)
        {
            if (!resource.IsExcludedFromPublish())
                Log.ResourceLeftOut(context.Logger, resource.Name, resource.GetType().Name);
            return;
        }

        _written.Add(resource.Name);
        context.Writer.WriteStartObject(resource.Name);
        try
        {
            await write().ConfigureAwait(false);
            context.Writer.WriteEndObject();
        }
        catch (Exception reason) when (reason is DistributedApplicationException or InvalidOperationException)
        {
            throw new DistributedApplicationException($"Resource '{resource.Name}' cannot be written into the manifest: {reason.Message}", reason);
        }
    }

    /// <summary>Null for a resource that is not part of a manifest.</summary>
    private Func<Task>? WriterFor(IResource resource)
    {
        if (resource.TryGetLastAnnotation<ManifestPublishingCallbackAnnotation>(out var custom))
            return custom.Callback is { } callback ? () => callback(context) : null;

        return resource switch
        {
            ContainerResource container => () => context.WriteContainerAsync(container),
            ProjectResource project => () => WriteProjectAsync(project),
            ExecutableResource executable => () => WriteExecutableAsync(executable),
            ParameterResource parameter => () => Write(() => ManifestParameters.Write(context, parameter)),
            IResourceWithConnectionString => () => Write(() =>
            {
                context.Writer.WriteString("type", "value.v0");
                context.WriteConnectionString(resource);
            }),
            _ => null,
        };
    }

    private async Task WriteProjectAsync(ProjectResource project)
    {
        context.Writer.WriteString("type", "project.v0");
        context.Writer.WriteString("path", context.GetManifestRelativePath(project.GetProjectMetadata().ProjectPath));
        ManifestContainerFiles.Write(context.Writer, project);
        await WriteProcessAsync(project).ConfigureAwait(false);
    }

    private async Task WriteExecutableAsync(ExecutableResource executable)
    {
        context.Writer.WriteString("type", "executable.v0");
        context.WriteConnectionString(executable);
        context.Writer.WriteString("workingDirectory", context.GetManifestRelativePath(executable.WorkingDirectory));
        context.Writer.WriteString("command", executable.Command);
        await WriteProcessAsync(executable).ConfigureAwait(false);
    }

    private async Task WriteProcessAsync(IResource resource)
    {
        await context.WriteCommandLineArgumentsAsync(resource).ConfigureAwait(false);
        await context.WriteEnvironmentVariablesAsync(resource).ConfigureAwait(false);
        context.WriteBindings(resource);
    }

    private void WriteEncoded(string text, string name)
    {
        if (_written.Contains(name))
        {
            throw new DistributedApplicationException(
                $"The manifest needs an entry '{name}' for a value that is escaped for a URL, and there is a resource of that name. Rename the resource.");
        }

        context.Writer.WriteStartObject(name);
        context.Writer.WriteString("type", "annotated.string");
        context.Writer.WriteString("value", text);
        context.Writer.WriteString("filter", "uri");
        context.Writer.WriteEndObject();
    }

    private static Task Write(Action write)
    {
        write();
        return Task.CompletedTask;
    }
}
