using System.CommandLine;
using Tmcp.Tools.Vault;

namespace Tmcp.Tools.Commands;

/// <summary>The sub-command <c>vault-keeper</c>.</summary>
internal static class KeeperCommand
{
    internal static Command Create()
    {
        var config = new Option<string>("--config") { Description = "File that says what must be true.", DefaultValueFactory = _ => "/etc/tmcp/vault-keeper.json" };
        var command = new Command("vault-keeper", "Initialises, unseals and fills Vault, as far as it is not yet done.") { config };
        command.SetAction((parsed, cancellationToken) => Job.RunAsync(async () =>
        {
            var settings = KeeperSettings.Read(parsed.GetValue(config)!);
            using var kubernetes = KubernetesSecrets.InCluster();
            using var vault = new VaultClient(settings.Address);
            await new Keeper(settings, vault, kubernetes, TimeProvider.System, Console.Out).RunAsync(cancellationToken);
        }));
        return command;
    }
}
