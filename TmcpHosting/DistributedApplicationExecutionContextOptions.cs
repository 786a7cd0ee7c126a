namespace Aspire.Hosting;

/// <summary>What an execution context is made of.</summary>
public class DistributedApplicationExecutionContextOptions
{
    /// <summary>Options of a context.</summary>
    /// <param name="operation">Run or publish.</param>
    public DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation) => Operation = operation;

    /// <summary>Options of a context with a publisher.</summary>
    /// <param name="operation">Run or publish.</param>
    /// <param name="publisherName">The publisher's name.</param>
    public DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation, string publisherName)
        : this(operation) => PublisherName = publisherName;

    /// <summary>The application's services, once built.</summary>
    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>Run or publish.</summary>
    public DistributedApplicationOperation Operation { get; }

    /// <summary>The publisher's name, if any.</summary>
    public string? PublisherName { get; }
}
