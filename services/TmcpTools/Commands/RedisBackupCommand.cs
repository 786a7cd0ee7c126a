using System.CommandLine;
using Tmcp.Tools.Redis;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Commands;

/// <summary>The sub-command <c>backup-redis</c>.</summary>
internal static class RedisBackupCommand
{
    internal static Command Create()
    {
        var address = new Option<string>("--address") { Description = "Redis as host:port.", DefaultValueFactory = _ => "redis-service:6379" };
        var store = new StoreOptions();
        var command = new Command("backup-redis", "Saves a snapshot of Redis.") { address };
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Job.RunAsync(() =>
        {
            var server = RedisAddress.Parse(parsed.GetValue(address)!, EnvironmentVariables.Find("REDIS_USERNAME"), EnvironmentVariables.Find("REDIS_PASSWORD"));
            var target = new Retention(store.Open(parsed), store.Keep(parsed));
            return new RedisBackup(server, target, TimeProvider.System, Console.Out).RunAsync(cancellationToken);
        }));
        return command;
    }
}
