using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback gets that writes environment variables.</summary>
/// <param name="executionContext">Run or publish.</param>
/// <param name="environmentVariables">The variables written so far; strings or values such as <see cref="EndpointReference"/>.</param>
/// <param name="cancellationToken">Ends the evaluation.</param>
public class EnvironmentCallbackContext(
    DistributedApplicationExecutionContext executionContext,
    Dictionary<string, object>? environmentVariables = null,
    CancellationToken cancellationToken = default)
{
    private readonly IResource? _resource;

    /// <summary>Creates the context of one resource.</summary>
    /// <param name="executionContext">Run or publish.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="environmentVariables">The variables written so far.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    public EnvironmentCallbackContext(
        DistributedApplicationExecutionContext executionContext,
        IResource resource,
        Dictionary<string, object>? environmentVariables = null,
        CancellationToken cancellationToken = default)
        : this(executionContext, environmentVariables, cancellationToken) =>
        _resource = resource ?? throw new ArgumentNullException(nameof(resource));

    /// <summary>The variables. Values are strings, or values that are resolved later; the last writer wins.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables ?? [];

    /// <summary>Ends the evaluation.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The log of the resource.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>The resource.</summary>
    /// <exception cref="InvalidOperationException">The context was made without one.</exception>
    public IResource Resource => _resource ?? throw new InvalidOperationException("This context was made without a resource. Pass one to its constructor.");

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;
}
