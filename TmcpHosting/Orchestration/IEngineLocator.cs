namespace Aspire.Hosting.Orchestration;

/// <summary>Finds the Aspire engine, fetching and unpacking it on the first run.</summary>
internal interface IEngineLocator
{
    /// <summary>Paths of the engine. The first caller does the work, later ones share its result.</summary>
    /// <exception cref="Exception">No engine can be had; the message says what was tried and what to do.</exception>
    Task<EnginePaths> LocateAsync(CancellationToken cancellationToken);
}
