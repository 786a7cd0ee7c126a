using Tmcp.Publisher.Settings;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Settings;

public sealed class BackupBucketTests
{
    [Fact]
    public void A_bucket_needs_a_name_alone()
    {
        Assert.Equal(new BackupBucket("tmcp-backups", "", null, null), Read("""{ "name": "tmcp-backups" }"""));
        Assert.Equal(
            new BackupBucket("b.1", "prod/", "eu-central-1", new Uri("https://minio.example.org:9000")),
            Read("""{ "name": "b.1", "prefix": "prod/", "region": "eu-central-1", "endpoint": "https://minio.example.org:9000" }"""));
    }

    [Theory]
    [InlineData("""{ }""", "name")]
    [InlineData("""{ "name": "Upper" }""", "name of a bucket")]
    [InlineData("""{ "name": "abc", "prefix": "/x" }""", "start of names")]
    [InlineData("""{ "name": "abc", "endpoint": "https://user:password@host" }""", "without user, password and path")]
    [InlineData("""{ "name": "abc", "endpoint": "s3://host" }""", "address of a server")]
    [InlineData("""{ "name": "abc", "secretKey": "x" }""", "secretKey")]
    public void Anything_else_is_refused_without_repeating_a_value(string bucket, string expected)
    {
        var error = Assert.Throws<PublishException>(() => Read(bucket));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password@", error.Message, StringComparison.Ordinal);
    }

    private static BackupBucket? Read(string bucket)
    {
        var folder = OwnedFolder.Create("tmcp-settings-");
        try
        {
            var file = Path.Combine(folder, "settings.json");
            File.WriteAllText(file, $$"""
                {
                  "registry": "lupca",
                  "vaultPrefix": "tmcp",
                  "ingress": { "namespace": "kube-system", "labels": { "app.kubernetes.io/name": "traefik" } },
                  "environments": { "prod": { "namespace": "tmcp", "vaultPath": "tmcp", "backupBucket": {{bucket}} } },
                  "clusters": {}
                }
                """);
            return SettingsReader.Read(file).Environments["prod"].BackupBucket;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
