using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback gets that writes command-line arguments.</summary>
public sealed class CommandLineArgsCallbackContext
{
    private readonly IResource? _resource;

    /// <summary>Creates a context without resource.</summary>
    /// <param name="args">The arguments written so far.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    public CommandLineArgsCallbackContext(IList<object> args, CancellationToken cancellationToken = default)
    {
        Args = args ?? throw new ArgumentNullException(nameof(args));
        CancellationToken = cancellationToken;
    }

    /// <summary>Creates the context of one resource.</summary>
    /// <param name="args">The arguments written so far.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    public CommandLineArgsCallbackContext(IList<object> args, IResource? resource, CancellationToken cancellationToken = default)
        : this(args, cancellationToken) => _resource = resource;

    /// <summary>The arguments: strings, or values that are resolved later.</summary>
    public IList<object> Args { get; }

    /// <summary>Ends the evaluation.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);

    /// <summary>The log of the resource.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The resource.</summary>
    /// <exception cref="InvalidOperationException">The context was made without one.</exception>
    public IResource Resource => _resource ?? throw new InvalidOperationException("This context was made without a resource. Pass one to its constructor.");
}
