namespace Tmcp.AiOps.Queue;

/// <summary>Does the work of an entry. Doing it twice must have no effect beyond doing it once.</summary>
internal interface IEntryHandler
{
    /// <summary>First sight of an entry, before its turn: makes the incident visible. In the order of the stream.</summary>
    Task RegisterAsync(StreamEntry entry);

    /// <summary>The work. True: done. False: held back (notifications are paused, another replica has it); ask again later.</summary>
    /// <exception cref="WorkFailedException">It failed in a known way.</exception>
    Task<bool> HandleAsync(StreamEntry entry, CancellationToken cancellationToken);

    /// <summary>It will not be tried again by itself.</summary>
    Task GiveUpAsync(StreamEntry entry, string reason);

    /// <summary>Now and then: keeps what is stored within its bounds.</summary>
    Task TidyAsync();

    /// <summary>Pauses before an entry that was held back is asked about again.</summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
