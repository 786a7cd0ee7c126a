using System.Runtime.InteropServices;

namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>A part of a text: from <paramref name="Start"/> up to, and without, <paramref name="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    public bool Contains(int position) => position >= Start && position < End;
}
