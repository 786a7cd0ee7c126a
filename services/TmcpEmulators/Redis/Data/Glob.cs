namespace TmcpEmulators.Redis.Data;

/// <summary>Patterns of KEYS, SCAN and PSUBSCRIBE: <c>*</c>, <c>?</c>, <c>[a-c]</c>, <c>[^x]</c>, <c>\</c>.</summary>
internal static class Glob
{
    /// <summary>Linear in practice: on a mismatch only the last star is tried again.</summary>
    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], text[t], out var used))
            {
                p += used;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private static bool MatchesOne(ReadOnlySpan<byte> pattern, byte c, out int used)
    {
        switch (pattern[0])
        {
            case (byte)'?':
                used = 1;
                return true;
            case (byte)'\\' when pattern.Length > 1:
                used = 2;
                return pattern[1] == c;
            case (byte)'[':
                return MatchesClass(pattern, c, out used);
            default:
                used = 1;
                return pattern[0] == c;
        }
    }

    private static bool MatchesClass(ReadOnlySpan<byte> pattern, byte c, out int used)
    {
        var at = 1;
        var negated = at < pattern.Length && pattern[at] == '^';
        if (negated)
            at++;
        var found = false;
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (pattern[at] == '\\' && at + 1 < pattern.Length)
                at++;
            var (low, high) = (pattern[at], pattern[at]);
            if (at + 2 < pattern.Length && pattern[at + 1] == '-')
            {
                high = pattern[at + 2];
                at += 2;
            }

            if (low > high)
                (low, high) = (high, low);
            found |= c >= low && c <= high;
            at++;
        }

        used = Math.Min(at + 1, pattern.Length);
        return found != negated;
    }
}
