using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting;

/// <summary>Values a user was asked for, by position and by name.</summary>
/// <param name="inputs">The values; their names are unique.</param>
public sealed class InteractionInputCollection(IReadOnlyList<InteractionInput> inputs) : IReadOnlyList<InteractionInput>
{
    private readonly Dictionary<string, InteractionInput> _byName = inputs.ToDictionary(input => input.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of values.</summary>
    public int Count => inputs.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => inputs.Select(input => input.Name);

    /// <summary>The value at a position.</summary>
    /// <param name="index">From 0.</param>
    public InteractionInput this[int index] => inputs[index];

    /// <summary>The value of a name.</summary>
    /// <param name="name">The name, compared without regard to case.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public InteractionInput this[string name] => TryGetByName(name, out var input)
        ? input
        : throw new KeyNotFoundException($"There is no input '{name}'. The inputs are: {string.Join(", ", Names)}.");

    /// <summary>Finds the value of a name.</summary>
    /// <param name="name">The name, compared without regard to case.</param>
    /// <param name="input">The value, when there is one.</param>
    /// <returns>True when there is one.</returns>
    public bool TryGetByName(string name, [NotNullWhen(true)] out InteractionInput? input) => _byName.TryGetValue(name, out input);

    /// <summary>Whether there is a value of that name.</summary>
    /// <param name="name">The name, compared without regard to case.</param>
    /// <returns>True when there is one.</returns>
    public bool ContainsName(string name) => _byName.ContainsKey(name);

    /// <inheritdoc />
    public IEnumerator<InteractionInput> GetEnumerator() => inputs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
