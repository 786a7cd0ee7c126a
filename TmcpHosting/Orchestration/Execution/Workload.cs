using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>A dcp object of one instance, whichever its kind.</summary>
internal interface IWorkload
{
    /// <summary>Logs it has, apart from <c>system</c>; the second value says whether the lines count as errors.</summary>
    IReadOnlyList<(string Name, bool IsError)> LogSources { get; }

    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Asks it to end.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Removes it and waits until it is gone.</summary>
    Task DeleteAsync(TimeSpan limit, CancellationToken cancellationToken);

    /// <summary>Opens one of its logs; null when it is gone.</summary>
    Task<Stream?> OpenLogAsync(string source, bool follow, int skip, CancellationToken cancellationToken);
}

/// <inheritdoc />
internal sealed class Workload<T>(DcpClient client, T item, IReadOnlyList<(string Name, bool IsError)> logSources) : IWorkload
    where T : class, IDcpKind<T>
{
    private string Name => item.Metadata.Name;

    public IReadOnlyList<(string Name, bool IsError)> LogSources => logSources;

    public Task CreateAsync(CancellationToken cancellationToken) => client.CreateAsync(item, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => client.StopAsync<T>(Name, cancellationToken);

    public Task DeleteAsync(TimeSpan limit, CancellationToken cancellationToken) => client.DeleteAsync<T>(Name, limit, cancellationToken);

    public Task<Stream?> OpenLogAsync(string source, bool follow, int skip, CancellationToken cancellationToken) =>
        client.OpenLogAsync<T>(Name, source, follow, skip, cancellationToken);
}
