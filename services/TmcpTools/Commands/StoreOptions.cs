using System.CommandLine;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Commands;

/// <summary>Where backups are: a folder or a bucket.</summary>
internal sealed class StoreOptions
{
    private const int MostKept = 1000;

    private readonly Option<string?> _folder = new("--to") { Description = "Folder that holds the backups." };
    private readonly Option<string?> _bucket = new("--s3-bucket") { Description = "Bucket that holds the backups, instead of a folder." };
    private readonly Option<string> _prefix = new("--s3-prefix") { Description = "Start of the names in the bucket, such as prod/.", DefaultValueFactory = _ => "" };
    private readonly Option<string> _work = new("--work")
    {
        Description = "Folder for the file while it is on its way to or from S3. Default: the temporary folder.",
        DefaultValueFactory = _ => Path.GetTempPath(),
    };

    private readonly Option<int> _keep = new("--keep") { Description = $"How many backups stay, 1 to {MostKept}. Default: 7.", DefaultValueFactory = _ => 7 };

    /// <summary>Options of a command that stores backups.</summary>
    internal void AddTo(Command command)
    {
        _keep.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var keep) && keep is < 1 or > MostKept)
                result.AddError($"--keep: the value is out of range. Give a number from 1 to {MostKept}.");
        });
        command.Add(_folder);
        AddBucketTo(command);
        command.Add(_keep);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_folder) is null == result.GetValue(_bucket) is null)
                result.AddError("A backup needs one place to go. Give --to DIR or --s3-bucket NAME.");
        });
    }

    /// <summary>Options of a command that reads a backup.</summary>
    internal void AddBucketTo(Command command)
    {
        command.Add(_bucket);
        command.Add(_prefix);
        command.Add(_work);
    }

    internal int Keep(ParseResult parsed) => parsed.GetValue(_keep);

    internal IBackupStore Open(ParseResult parsed) =>
        OpenBucket(parsed) ?? (IBackupStore)new FolderStore(parsed.GetValue(_folder)!);

    internal S3Store? OpenBucket(ParseResult parsed) => parsed.GetValue(_bucket) is not { } bucket
        ? null
        : new S3Store(new S3Client(ReadS3Settings(bucket), TimeProvider.System), parsed.GetValue(_prefix)!, parsed.GetValue(_work)!);

    private static S3Settings ReadS3Settings(string bucket)
    {
        var region = EnvironmentVariables.Find("AWS_REGION") ?? "us-east-1";
        var endpoint = EnvironmentVariables.Find("S3_ENDPOINT") ?? $"https://s3.{region}.amazonaws.com";
        return new S3Settings(
            Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw new ToolException($"S3_ENDPOINT cannot be '{endpoint}'. Use an address such as https://minio.example.org:9000, or leave it unset for Amazon's."),
            region,
            bucket,
            EnvironmentVariables.Get("AWS_ACCESS_KEY_ID", "the access key of the bucket"),
            EnvironmentVariables.Get("AWS_SECRET_ACCESS_KEY", "the secret key of the bucket"),
            EnvironmentVariables.Find("AWS_SESSION_TOKEN"));
    }
}
