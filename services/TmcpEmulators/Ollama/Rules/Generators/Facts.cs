namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>What the records say, by name; of a fact with several values the index chooses, round and round.</summary>
internal sealed record Facts(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, int Index = 0)
{
    /// <summary>How many different facts there are: more of them make a better text.</summary>
    public int Richness => Values.Count;

    public Facts At(int index) => this with { Index = index };

    public IReadOnlyList<string> All(string name) => Values.GetValueOrDefault(name) ?? [];

    /// <summary>The value of a fact; <c>pain+1</c> is the one after. Null when there is none, or no other one.</summary>
    public string? Find(string name)
    {
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        var step = plus < 0 ? 0 : name[plus + 1] - '0';
        var values = All(plus < 0 ? name : name[..plus]);
        return values.Count > step ? values[(Index + step) % values.Count] : null;
    }

    public Facts With(string name, params IEnumerable<string?> values)
    {
        var known = values.OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return known.Count == 0 ? this : this with { Values = new Dictionary<string, IReadOnlyList<string>>(Values, StringComparer.Ordinal) { [name] = known } };
    }
}
