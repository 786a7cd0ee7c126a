namespace Tmcp.Tools.Vault;

/// <summary>Opens Vault: uninitialised → sealed → open → active.</summary>
internal sealed class VaultSeal(KeeperSettings settings, VaultClient vault, UnsealSecret secret, TimeProvider clock, TextWriter output)
{
    // After it is opened, Vault elects itself; it takes a second or two.
    private static readonly TimeSpan ActivationLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        var status = await vault.GetSealStatusAsync(cancellationToken);
        if (!status.IsInitialised)
        {
            await InitialiseAsync(cancellationToken);
            status = status with { IsInitialised = true, IsSealed = true };
        }

        if (status.IsSealed)
            await UnsealAsync(cancellationToken);
        await WaitUntilActiveAsync(cancellationToken);
    }

    private async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        if ((await secret.GetKeysAsync(cancellationToken)).Count > 0)
        {
            throw new ToolException(
                $"Vault at {settings.Address} is empty, and Secret '{secret.Name}' holds the keys of an earlier one. If its data can be restored, restore it; "
                + "if it is gone for good, delete the Secret, and the keeper initialises a new one.");
        }

        await secret.PrepareAsync(cancellationToken);
        await secret.StoreAsync(await vault.InitialiseAsync(settings.Shares, settings.Threshold, cancellationToken), clock);
        await output.WriteLineAsync($"initialised Vault; {settings.Shares} keys are in Secret {secret.Name}, {settings.Threshold} open it");
    }

    private async Task UnsealAsync(CancellationToken cancellationToken)
    {
        foreach (var key in await secret.GetKeysAsync(cancellationToken))
        {
            if (!(await vault.UnsealAsync(key, cancellationToken)).IsSealed)
            {
                await output.WriteLineAsync("unsealed Vault");
                return;
            }
        }

        throw new ToolException(
            $"Vault at {settings.Address} is sealed, and Secret '{secret.Name}' does not hold enough keys. Unseal it by hand: kubectl -n {secret.Name.Split('/')[0]} exec -ti vault-0 -- vault operator unseal");
    }

    private async Task WaitUntilActiveAsync(CancellationToken cancellationToken)
    {
        for (var start = clock.GetTimestamp(); !await vault.IsActiveAsync(cancellationToken); await Task.Delay(Pause, clock, cancellationToken))
        {
            if (clock.GetElapsedTime(start) > ActivationLimit)
                throw new ToolException($"Vault at {settings.Address} is open and not active after {ActivationLimit.TotalSeconds} s. See the log of its pod.");
        }
    }
}
