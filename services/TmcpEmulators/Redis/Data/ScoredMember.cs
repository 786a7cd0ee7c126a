using System.Runtime.InteropServices;

namespace TmcpEmulators.Redis.Data;

/// <summary>A member of a sorted set, ordered by score, then by bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoredMember(byte[] Member, double Score) : IComparable<ScoredMember>
{
    public int CompareTo(ScoredMember other)
    {
        var byScore = Score.CompareTo(other.Score);
        return byScore != 0 ? byScore : ByteStringComparer.Instance.Compare(Member, other.Member);
    }
}
