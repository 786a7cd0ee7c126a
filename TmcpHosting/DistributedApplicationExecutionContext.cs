namespace Aspire.Hosting;

/// <summary>What the AppHost was started for.</summary>
public class DistributedApplicationExecutionContext
{
    private const string DefaultPublisher = "manifest";

    private readonly DistributedApplicationExecutionContextOptions _options;

    /// <summary>Creates a context.</summary>
    /// <param name="operation">Run or publish.</param>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(operation, DefaultPublisher)
    {
    }

    /// <summary>Creates a context with a publisher.</summary>
    /// <param name="operation">Run or publish.</param>
    /// <param name="publisherName">The publisher's name.</param>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation, string publisherName)
        : this(new DistributedApplicationExecutionContextOptions(operation, publisherName))
    {
    }

    /// <summary>Creates a context.</summary>
    /// <param name="options">What it is made of.</param>
    public DistributedApplicationExecutionContext(DistributedApplicationExecutionContextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        PublisherName = options.PublisherName ?? DefaultPublisher;
    }

    /// <summary>Run or publish.</summary>
    public DistributedApplicationOperation Operation => _options.Operation;

    /// <summary>The publisher's name. Default: <c>manifest</c>.</summary>
    public string PublisherName { get; set; }

    /// <summary>Whether the application is written down for a deployment.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>Whether the application runs on this machine.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>The application's services.</summary>
    /// <exception cref="InvalidOperationException">The application is not built yet.</exception>
    public IServiceProvider Services => _options.ServiceProvider ?? throw new InvalidOperationException(
        "The services do not exist before the application is built. Read them in a callback or an event, after Build().");
}
