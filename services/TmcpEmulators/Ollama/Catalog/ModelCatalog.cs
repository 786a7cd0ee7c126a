using System.Collections.Immutable;

namespace TmcpEmulators.Ollama.Catalog;

/// <summary>The installed models, in memory. Thread-safe.</summary>
internal sealed class ModelCatalog
{
    /// <summary>Upper bound of the list: a client that pulls without end must not fill the memory.</summary>
    public const int Capacity = 256;

    private readonly TimeProvider _clock;
    private ImmutableDictionary<string, InstalledModel> _models;

    public ModelCatalog(OllamaSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _models = settings.Models.Select(Install)
            .DistinctBy(model => model.Name)
            .ToImmutableDictionary(model => model.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All models, newest first and then by name, as <c>ollama list</c> shows them.</summary>
    public IReadOnlyList<InstalledModel> List() =>
        [.. _models.Values.OrderByDescending(model => model.ModifiedAt).ThenBy(model => model.Name, StringComparer.Ordinal)];

    public InstalledModel? Find(string? name) =>
        name is not null && _models.TryGetValue(ModelName.WithTag(name), out var model) ? model : null;

    /// <summary>Puts a model into the list; false when the list is full.</summary>
    public bool TryAdd(string name)
    {
        var model = Install(name);
        while (true)
        {
            var before = _models;
            if (before.Count >= Capacity && !before.ContainsKey(model.Name))
                return false;
            if (Interlocked.CompareExchange(ref _models, before.SetItem(model.Name, model), before) == before)
                return true;
        }
    }

    /// <summary>Takes a model out of the list; false when it was not there.</summary>
    public bool Remove(string name) => ImmutableInterlocked.TryRemove(ref _models, ModelName.WithTag(name), out _);

    private InstalledModel Install(string name) => new(ModelName.WithTag(name), _clock.GetUtcNow());
}
