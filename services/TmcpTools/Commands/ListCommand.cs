using System.CommandLine;
using Tmcp.Tools.PocketBase;
using Tmcp.Tools.Redis;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Commands;

/// <summary>The sub-command <c>list</c>.</summary>
internal static class ListCommand
{
    private static readonly BackupName[] Kinds = [PocketBaseBackup.Names, RedisBackup.Names];

    internal static Command Create()
    {
        var store = new StoreOptions();
        var command = new Command("list", "Lists the backups, the newest of each kind first.");
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Job.RunAsync(async () =>
        {
            var place = store.Open(parsed);
            foreach (var kind in Kinds)
            {
                var names = await place.ListAsync(kind.Start, cancellationToken);
                foreach (var name in names.Where(kind.Matches).OrderDescending(StringComparer.Ordinal))
                    await Console.Out.WriteLineAsync(place.Describe(name));
            }
        }));
        return command;
    }
}
