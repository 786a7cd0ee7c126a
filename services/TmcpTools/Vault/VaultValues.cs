using System.Text.Json.Nodes;

namespace Tmcp.Tools.Vault;

/// <summary>Fills in values that nobody has given. What is there is never changed.</summary>
internal sealed class VaultValues(KeeperSettings settings, VaultClient vault, TextWriter output)
{
    /// <summary>Writes what is absent.</summary>
    internal async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var value in settings.Values)
            await SeedAsync(value, cancellationToken);
    }

    private async Task SeedAsync(ValueSettings value, CancellationToken cancellationToken)
    {
        var homes = new List<(ValueHome Home, string? Present)>();
        foreach (var home in value.Homes)
            homes.Add((home, (string?)(await ReadAsync(home.Key, cancellationToken)).Values[home.Property]));

        var present = homes.Where(home => home.Present is not null).ToArray();
        if (present.Select(home => home.Present).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            await output.WriteLineAsync(
                $"warning: value '{value.Name}' differs between {string.Join(" and ", present.Select(home => home.Home))}; nothing was changed. Make them equal by hand.");
            return;
        }

        var text = present.Length > 0 ? present[0].Present! : GeneratedValue.Make(value.Name, value.Generate);
        foreach (var (home, _) in homes.Where(home => home.Present is null))
        {
            await AddAsync(home, text, cancellationToken);
            await output.WriteLineAsync($"{(present.Length > 0 ? $"copied {present[0].Home} to" : "generated")} {home}");
        }
    }

    // Check-and-set: when somebody writes at the same moment, Vault refuses ours, and the next run sees theirs.
    private async Task AddAsync(ValueHome home, string text, CancellationToken cancellationToken)
    {
        var (values, version) = await ReadAsync(home.Key, cancellationToken);
        values[home.Property] = text;
        await vault.PutAsync(
            PathOf(home.Key), new JsonObject { ["options"] = new JsonObject { ["cas"] = version }, ["data"] = values }, cancellationToken);
    }

    private async Task<(JsonObject Values, int Version)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await vault.FindAsync(PathOf(key), cancellationToken);
        return (found?["data"]?.DeepClone() as JsonObject ?? [], (int?)found?["metadata"]?["version"] ?? 0);
    }

    private string PathOf(string key) => $"{settings.Mount}/data/{key}";
}
