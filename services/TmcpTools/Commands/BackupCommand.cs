using System.CommandLine;
using Tmcp.Tools.PocketBase;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Commands;

/// <summary>The sub-command <c>backup</c>.</summary>
internal static class BackupCommand
{
    internal static Command Create()
    {
        var url = PocketBaseUrl.Option();
        var store = new StoreOptions();
        var command = new Command("backup", "Saves everything that PocketBase holds.") { url };
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Job.RunAsync(async () =>
        {
            var target = new Retention(store.Open(parsed), store.Keep(parsed));
            using var pocketbase = await PocketBaseAdmin.SignInAsync(
                PocketBaseUrl.Read(parsed, url), EnvironmentVariables.PocketBaseCredentials(), cancellationToken);
            await new PocketBaseBackup(pocketbase, target, TimeProvider.System, Console.Out).RunAsync(cancellationToken);
        }));
        return command;
    }
}
