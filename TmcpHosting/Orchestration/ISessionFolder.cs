namespace Aspire.Hosting.Orchestration;

/// <summary>The private folder of this run, which vanishes with the run, however that ends.</summary>
internal interface ISessionFolder
{
    /// <summary>Full path. There is one from the moment the orchestrator runs, before any resource is started.</summary>
    /// <exception cref="InvalidOperationException">The orchestrator does not run.</exception>
    string Path { get; }
}
