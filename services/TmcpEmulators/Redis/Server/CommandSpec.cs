namespace TmcpEmulators.Redis.Server;

/// <summary>One command, or a container such as XGROUP with its sub-commands.</summary>
/// <param name="Name">In small letters; a sub-command's is <c>xgroup|create</c>.</param>
/// <param name="Arity">Number of arguments with the name; negative: at least so many.</param>
/// <param name="Flags">What it is.</param>
/// <param name="Keys">Where its keys are.</param>
/// <param name="Run">What it does.</param>
internal sealed record CommandSpec(string Name, int Arity, CommandFlags Flags, KeyPositions Keys, Action<Invocation> Run)
{
    public Dictionary<string, CommandSpec>? Subcommands { get; init; }

    public bool Accepts(int arguments) => Arity >= 0 ? arguments == Arity : arguments >= -Arity;

    public bool Is(CommandFlags flag) => (Flags & flag) != CommandFlags.None;
}
