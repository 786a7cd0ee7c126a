using System.CommandLine;
using Tmcp.Tools.PocketBase;

namespace Tmcp.Tools.Commands;

/// <summary>The sub-command <c>restore</c>.</summary>
internal static class RestoreCommand
{
    internal static Command Create()
    {
        var url = PocketBaseUrl.Option();
        var from = new Option<string>("--from") { Description = "The backup: a file, or with --s3-bucket a name in the bucket.", Required = true };
        var store = new StoreOptions();
        var command = new Command("restore", "Replaces everything that PocketBase holds by a backup.") { url, from };
        store.AddBucketTo(command);
        command.SetAction((parsed, cancellationToken) => Job.RunAsync(async () =>
        {
            var address = PocketBaseUrl.Read(parsed, url);
            var restore = new PocketBaseRestore(address, EnvironmentVariables.PocketBaseCredentials(), TimeProvider.System, Console.Out);
            var name = parsed.GetValue(from)!;
            if (store.OpenBucket(parsed) is { } bucket)
                await bucket.UseAsync(name, file => restore.RunAsync(file, cancellationToken), cancellationToken);
            else
                await restore.RunAsync(name, cancellationToken);
        }));
        return command;
    }
}
