namespace Tmcp.Publisher.Output;

/// <param name="Path">Relative to the tree.</param>
/// <param name="Present">What is there; null: nothing.</param>
/// <param name="Wanted">What belongs there; null: nothing.</param>
/// <param name="IsHandEdit">Whether what is there was not generated.</param>
internal sealed record FileChange(string Path, string? Present, string? Wanted, bool IsHandEdit);
