using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Publishing;

/// <summary>A manifest while it is written. Not thread-safe: resources are written one after the other.</summary>
/// <param name="executionContext">Run or publish.</param>
/// <param name="manifestPath">The path of the file; other paths in it are relative to its directory.</param>
/// <param name="writer">Where it is written to.</param>
/// <param name="cancellationToken">Ends the writing.</param>
public sealed class ManifestPublishingContext(
    DistributedApplicationExecutionContext executionContext,
    string manifestPath,
    Utf8JsonWriter writer,
    CancellationToken cancellationToken = default)
{
    private readonly ResourceConfigurationEvaluator _evaluator = new(executionContext);
    private readonly ManifestPorts _ports = new();

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The path of the file.</summary>
    public string ManifestPath { get; } = manifestPath;

    /// <summary>Where it is written to. A resource's callback finds its object open and leaves it open.</summary>
    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>Ends the writing.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Values as text, and those texts that had to become entries of the manifest.</summary>
    internal ManifestExpressions Expressions { get; } = new();

    /// <summary>What the written values refer to.</summary>
    internal ManifestDependents Dependents { get; } = new();

    /// <summary>For what is left out and for the callbacks of resources.</summary>
    internal ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>A path as the manifest has it: relative to the manifest's directory, with <c>/</c> on every system.</summary>
    /// <param name="path">An absolute path, or one relative to the current directory; null stays null.</param>
    /// <returns>The relative path; <c>.</c> for the directory itself.</returns>
    public string? GetManifestRelativePath(string? path)
    {
        if (path is null)
            return null;

        var directory = Path.GetDirectoryName(Path.GetFullPath(ManifestPath))
            ?? throw new DistributedApplicationException($"The manifest '{ManifestPath}' lies in no directory. Give '--output-path' a file name.");
        return Path.GetRelativePath(directory, path).Replace('\\', '/');
    }

    /// <summary>Writes the members of a container: type, image or build, entrypoint, arguments, mounts, variables and bindings.</summary>
    /// <param name="container">The container.</param>
    /// <returns>A task that ends when they are written.</returns>
    /// <exception cref="DistributedApplicationException">The container has neither an image nor a Dockerfile.</exception>
    public Task WriteContainerAsync(ContainerResource container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return ManifestContainers.WriteAsync(this, container);
    }

    /// <summary>Writes <c>connectionString</c> as an expression; nothing when the resource has none.</summary>
    /// <param name="resource">The resource.</param>
    public void WriteConnectionString(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource is IResourceWithConnectionString { ConnectionStringExpression: { } connectionString })
            Writer.WriteString("connectionString", TextOf(connectionString));
    }

    /// <summary>Writes <c>bindings</c>, one per endpoint; nothing when the resource has none.</summary>
    /// <param name="resource">The resource.</param>
    public void WriteBindings(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ManifestBindings.Write(Writer, resource, _ports);
    }

    /// <summary>Writes <c>env</c> in the order in which the callbacks set the variables; nothing when there are none.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>A task that ends when they are written.</returns>
    /// <exception cref="DistributedApplicationException">A value has no form in a manifest; the message names the variable.</exception>
    public async Task WriteEnvironmentVariablesAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var variables = await _evaluator.GatherEnvironmentAsync(resource, Logger, CancellationToken).ConfigureAwait(false);
        if (variables.Count == 0)
            return;

        Writer.WriteStartObject("env");
        foreach (var (name, value) in variables)
        {
            if (TextOf(value, $"environment variable '{name}'") is { } text)
                Writer.WriteString(name, text);
        }

        Writer.WriteEndObject();
    }

    /// <summary>Writes <c>args</c>; nothing when there are none.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>A task that ends when they are written.</returns>
    /// <exception cref="DistributedApplicationException">A value has no form in a manifest; the message names the argument.</exception>
    public async Task WriteCommandLineArgumentsAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var arguments = await _evaluator.GatherArgumentsAsync(resource, Logger, CancellationToken).ConfigureAwait(false);
        if (arguments.Count == 0)
            return;

        Writer.WriteStartArray("args");
        for (var index = 0; index < arguments.Count; index++)
        {
            if (TextOf(arguments[index], $"argument {index + 1}") is { } text)
                Writer.WriteStringValue(text);
        }

        Writer.WriteEndArray();
    }

    /// <summary>
    /// Notes what a value refers to. What is not in the model, such as a parameter that was made for a password, is appended to the manifest.
    /// </summary>
    /// <param name="value">A resource, an expression or any other value; what refers to nothing is ignored.</param>
    public void TryAddDependentResources(object? value) => Dependents.Add(value);

    /// <summary>A value as the manifest has it, its references noted; null for null.</summary>
    internal string? TextOf(object? value, string place = "a value")
    {
        Dependents.Add(value);
        return Expressions.TextOf(value, place);
    }
}
