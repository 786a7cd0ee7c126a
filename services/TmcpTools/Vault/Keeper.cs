namespace Tmcp.Tools.Vault;

/// <summary>
/// One pass: 1. open Vault, 2. sign in, 3. make its set-up true, 4. fill in values, 5. give up the root token once the own login works.
/// Every step looks first, so a pass over a finished Vault changes nothing.
/// </summary>
internal sealed class Keeper(KeeperSettings settings, VaultClient vault, KubernetesSecrets kubernetes, TimeProvider clock, TextWriter output)
{
    private readonly UnsealSecret _secret = new(kubernetes, settings.UnsealSecret);

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        await new VaultSeal(settings, vault, _secret, clock, output).OpenAsync(cancellationToken);
        vault.Token = await FindTokenAsync(cancellationToken) ?? throw new ToolException(
            $"Vault at {settings.Address} is open, and the keeper has no way in: role '{settings.Keeper.Role}' does not let it sign in, and Secret '{_secret.Name}' holds no root token. "
            + "Give it a root token for one pass, as docs/runbooks/vault.md says.");
        await new VaultSetup(settings, vault, kubernetes.Namespace, output).ApplyAsync(cancellationToken);
        await new VaultValues(settings, vault, output).SeedAsync(cancellationToken);
        await RetireRootTokenAsync(cancellationToken);
    }

    // A root token is there at the beginning, or because a person gave one for a repair: then the own rights may not be enough.
    private async Task<string?> FindTokenAsync(CancellationToken cancellationToken)
    {
        foreach (var given in (string?[])[Environment.GetEnvironmentVariable("VAULT_TOKEN"), await _secret.FindRootTokenAsync(cancellationToken)])
        {
            if (!string.IsNullOrEmpty(given) && await vault.IsAliveAsync(given, cancellationToken))
                return given;
        }

        return await SignInAsync(cancellationToken);
    }

    private Task<string?> SignInAsync(CancellationToken cancellationToken) =>
        vault.SignInAsync(settings.Auth.Mount, settings.Keeper.Role, kubernetes.ServiceAccountToken, cancellationToken);

    private async Task RetireRootTokenAsync(CancellationToken cancellationToken)
    {
        if (await _secret.FindRootTokenAsync(cancellationToken) is not { } root || await SignInAsync(cancellationToken) is null)
            return;

        vault.Token = root;
        await vault.RevokeSelfAsync(cancellationToken);
        await _secret.RemoveRootTokenAsync(cancellationToken);
        await output.WriteLineAsync("revoked the root token: the keeper signs in as itself");
    }
}
