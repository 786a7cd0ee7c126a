namespace Aspire.Hosting.Testing;

/// <summary>The builder of an application under test. An AppHost's entry point is held at its <c>Build()</c> meanwhile.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Builds the application. Disposing the result, or this builder, stops everything it started.</summary>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The application, not started yet.</returns>
    /// <exception cref="InvalidOperationException">It was built before, or the entry point ended without building.</exception>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
