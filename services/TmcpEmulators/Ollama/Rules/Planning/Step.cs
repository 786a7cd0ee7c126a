using System.Diagnostics.CodeAnalysis;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>A step of a plan: it has a value, or the turn ends here with a tool call or an answer.</summary>
internal readonly record struct Step<T>
    where T : class
{
    private readonly T? _value;
    private readonly ModelReply? _stop;

    private Step(T? value, ModelReply? stop)
    {
        _value = value;
        _stop = stop;
    }

    public static Step<T> Of(T value) => new(value, stop: null);

    public static Step<T> Stop(ModelReply reply) => new(value: null, reply);

    public bool Done([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ModelReply? stop)
    {
        value = _value;
        stop = _stop;
        return value is not null;
    }
}
