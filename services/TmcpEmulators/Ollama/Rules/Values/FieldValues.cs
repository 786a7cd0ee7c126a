using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Intents;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>What a message says about the fields of a record.</summary>
internal sealed class FieldValues
{
    /// <summary>Values by field name, ready to be sent.</summary>
    public JsonObject Data { get; } = [];

    /// <summary>Relations whose record still has to be found by its name.</summary>
    public IList<(FieldSchema Field, Mention Wanted)> Relations { get; } = [];

    /// <summary>Other records that the message names and that this kind of record has no place for.</summary>
    public IList<Mention> Unused { get; } = [];

    /// <summary>Select fields that were named with a value which they do not have.</summary>
    public IList<FieldSchema> Refused { get; } = [];
}
