namespace Tmcp.Tools.Stores;

/// <summary>A bucket and who may use it.</summary>
/// <param name="Endpoint">Root address; the bucket is the first segment of the path.</param>
internal sealed record S3Settings(Uri Endpoint, string Region, string Bucket, string AccessKey, string SecretKey, string? SessionToken = null)
{
    /// <summary>Without the keys.</summary>
    public override string ToString() => $"s3://{Bucket} at {Endpoint.Authority}";
}
