using System.Runtime.InteropServices;

namespace TmcpEmulators.Redis.Server;

/// <summary>Where a command's keys stand among its arguments; a negative last counts from the end.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyPositions(int First, int Last, int Step)
{
    public static KeyPositions None { get; } = new(0, 0, 0);

    public static KeyPositions One { get; } = new(1, 1, 1);

    public static KeyPositions Two { get; } = new(1, 2, 1);

    public static KeyPositions Second { get; } = new(2, 2, 1);

    public static KeyPositions All { get; } = new(1, -1, 1);

    public static KeyPositions AllButLast { get; } = new(1, -2, 1);

    public static KeyPositions Pairs { get; } = new(1, -1, 2);

    public IEnumerable<byte[]> Of(byte[][] arguments)
    {
        if (First == 0)
            yield break;
        var last = Last < 0 ? arguments.Length + Last : Last;
        for (var i = First; i <= last && i < arguments.Length; i += Step)
            yield return arguments[i];
    }
}
