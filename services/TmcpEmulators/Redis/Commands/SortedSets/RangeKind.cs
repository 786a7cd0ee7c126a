namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>What a range's ends are.</summary>
internal enum RangeKind
{
    Rank,
    Score,
    Member,
}
