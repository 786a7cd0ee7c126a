using System.Globalization;
using System.Text.Json.Nodes;

namespace Tmcp.Tools.Vault;

/// <summary>The Secret with the keys of a Vault that the keeper initialised: <c>key-1</c>, <c>key-2</c>, …, and at first <c>root-token</c>.</summary>
internal sealed class UnsealSecret(KubernetesSecrets secrets, string name)
{
    private const string RootToken = "root-token";
    private const string KeyPrefix = "key-";
    private const string State = "state";
    private const int Attempts = 5;

    internal string Name => $"{secrets.Namespace}/{name}";

    internal async Task<IReadOnlyList<string>> GetKeysAsync(CancellationToken cancellationToken) =>
        [.. (await secrets.FindAsync(name, cancellationToken) ?? new Dictionary<string, string>())
            .Where(item => item.Key.StartsWith(KeyPrefix, StringComparison.Ordinal))
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .Select(item => item.Value)];

    internal async Task<string?> FindRootTokenAsync(CancellationToken cancellationToken) =>
        await secrets.FindAsync(name, cancellationToken) is { } values && values.TryGetValue(RootToken, out var token) ? token : null;

    /// <summary>Proves that the Secret can be made and written, before there are keys that would be lost otherwise.</summary>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (await secrets.FindAsync(name, cancellationToken) is null)
            await secrets.CreateAsync(name, new JsonObject { [State] = "prepared" }, cancellationToken);
        await secrets.SetAsync(name, new JsonObject { [State] = "initialising" }, cancellationToken);
    }

    /// <summary>Stores what exists nowhere else; not to be interrupted.</summary>
    /// <exception cref="ToolException">It could not be stored.</exception>
    internal async Task StoreAsync(VaultKeys keys, TimeProvider clock)
    {
        var values = new JsonObject { [State] = "initialised", [RootToken] = keys.RootToken };
        foreach (var (index, key) in keys.Unseal.Index())
            values[string.Create(CultureInfo.InvariantCulture, $"{KeyPrefix}{index + 1}")] = key;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await secrets.SetAsync(name, values.DeepClone().AsObject(), CancellationToken.None);
                return;
            }
            catch (ToolException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), clock, CancellationToken.None);
            }
            catch (ToolException reason)
            {
                throw new ToolException(
                    $"Vault was initialised, and its keys could not be stored in Secret '{Name}': they are lost. Vault is still empty: delete its claim and its pod, "
                    + "repair what the next line says, and the keeper begins again. " + reason.Message,
                    reason);
            }
        }
    }

    internal Task RemoveRootTokenAsync(CancellationToken cancellationToken) => secrets.RemoveAsync(name, RootToken, cancellationToken);
}
