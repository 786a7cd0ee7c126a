namespace Tmcp.Tools.Stores;

/// <summary>Where backups are kept.</summary>
internal interface IBackupStore
{
    /// <summary>Folder in which a file is made before it is stored.</summary>
    string WorkFolder { get; }

    /// <summary>For messages: where a backup of that name is.</summary>
    string Describe(string name);

    /// <summary>Takes a finished file away; afterwards it is there in whole or not at all.</summary>
    Task SaveAsync(string name, string file, CancellationToken cancellationToken);

    /// <summary>Names that begin with <paramref name="start"/>.</summary>
    Task<IReadOnlyList<string>> ListAsync(string start, CancellationToken cancellationToken);

    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
