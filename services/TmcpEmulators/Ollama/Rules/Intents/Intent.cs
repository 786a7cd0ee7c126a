using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>A message, understood.</summary>
internal sealed record Intent
{
    public required RequestAction Action { get; init; }

    public required Language Language { get; init; }

    public required Utterance Utterance { get; init; }

    /// <summary>The kind of record asked for; null when the message names none.</summary>
    public CollectionWord? Word { get; init; }

    /// <summary>The record's name.</summary>
    public string? Name { get; init; }

    /// <summary>The record's id, when the message gives one.</summary>
    public string? RecordId { get; init; }

    /// <summary>The name that the record gets.</summary>
    public string? NewName { get; init; }

    /// <summary>A value that the verb implies: <c>pause</c> says <c>paused</c>.</summary>
    public string? ImpliedValue { get; init; }

    /// <summary>True for "it", "that one": the record that was talked about last.</summary>
    public bool RefersBack { get; init; }

    /// <summary>True for "all", "every": more than one record is meant.</summary>
    public bool MeansAll { get; init; }

    /// <summary>True when the message goes on with another request, which is not read.</summary>
    public bool HasMore { get; init; }

    /// <summary>Other records that the message names: the brand of a product, the workspace.</summary>
    public IReadOnlyList<Mention> Others { get; init; } = [];

    /// <summary>Parts of the message that are used up; field values are looked for in the rest.</summary>
    public IReadOnlyList<Span> Used { get; init; } = [];
}
