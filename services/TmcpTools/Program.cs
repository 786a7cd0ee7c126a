using System.CommandLine;
using Tmcp.Tools.Commands;

var root = new RootCommand("TMCP's cluster jobs, one sub-command each.")
{
    BackupCommand.Create(),
    RedisBackupCommand.Create(),
    ListCommand.Create(),
    RestoreCommand.Create(),
    KeeperCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
