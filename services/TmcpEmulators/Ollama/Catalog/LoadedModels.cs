using System.Collections.Concurrent;

namespace TmcpEmulators.Ollama.Catalog;

/// <summary>Which models count as loaded: a model stays for five minutes after its last request, as by default in Ollama.</summary>
internal sealed class LoadedModels(ModelCatalog catalog, TimeProvider clock)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _expiry = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a request to an installed model.</summary>
    public void Touch(InstalledModel model) => _expiry[model.Name] = clock.GetUtcNow() + KeepAlive;

    /// <summary>Loaded models with the time at which they will be unloaded.</summary>
    public IReadOnlyList<(InstalledModel Model, DateTimeOffset ExpiresAt)> List()
    {
        var now = clock.GetUtcNow();
        foreach (var (name, expiresAt) in _expiry)
        {
            if (expiresAt <= now || catalog.Find(name) is null)
                _expiry.TryRemove(new(name, expiresAt));
        }

        return [.. catalog.List().Where(model => _expiry.ContainsKey(model.Name)).Select(model => (model, _expiry.GetValueOrDefault(model.Name)))];
    }
}
