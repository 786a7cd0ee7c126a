namespace Tmcp.Publisher.Settings;

/// <summary>A bucket of S3, or of a server that speaks it, for the backups of an environment. Its keys are in the secret store.</summary>
/// <param name="Name">Of the bucket.</param>
/// <param name="Prefix">Start of the names in it, such as <c>prod/</c>; may be empty.</param>
/// <param name="Region">Null: <c>us-east-1</c>.</param>
/// <param name="Endpoint">Such as <c>https://minio.example.org:9000</c>; null: Amazon's of the region.</param>
internal sealed record BackupBucket(string Name, string Prefix, string? Region, Uri? Endpoint);
