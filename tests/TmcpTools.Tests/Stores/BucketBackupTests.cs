using Tmcp.Tests.Shared;
using Tmcp.Tools.Stores;

namespace Tmcp.Tools.Tests.Stores;

/// <summary>Backups in a bucket that checks every signature.</summary>
public sealed class BucketBackupTests : IAsyncLifetime
{
    private readonly TestFolder _work = new();
    private BucketServer _bucket = null!;

    public async Task InitializeAsync() => _bucket = await BucketServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _bucket.DisposeAsync();
        _work.Dispose();
    }

    [Fact]
    public async Task A_backup_goes_to_the_bucket_and_comes_back_from_it()
    {
        await using var pocketbase = await PocketBaseServer.StartAsync();
        var user = await pocketbase.CreateUserAsync("owner@example.org");
        foreach (var day in Enumerable.Range(1, 5))
            _bucket.Objects[$"prod/pocketbase-2026010{day}T000000Z.zip"] = [1];
        _bucket.Objects["prod/pocketbase-by-hand.zip"] = [1];
        _bucket.Objects["staging/pocketbase-20260101T000000Z.zip"] = [1];
        var environment = new Dictionary<string, string>(_bucket.Environment)
        {
            ["PB_ADMIN_EMAIL"] = pocketbase.AdminEmail,
            ["PB_ADMIN_PASSWORD"] = pocketbase.AdminPassword,
            ["POCKETBASE_URL"] = pocketbase.Address.ToString(),
        };
        string[] place = ["--s3-bucket", BucketServer.Bucket, "--s3-prefix", "prod/", "--work", _work.Path];

        var saved = await ToolProcess.RunAsync(environment, ["backup", "--keep", "3", .. place]);

        Assert.Equal((0, ""), (saved.Code, saved.Error));
        Assert.Equal(5, _bucket.Objects.Count);
        var name = _bucket.Objects.Keys.Single(key => _bucket.Objects[key].Length > 1)["prod/".Length..];
        Assert.Equal(
            ["prod/pocketbase-20260104T000000Z.zip", "prod/pocketbase-20260105T000000Z.zip", $"prod/{name}", "prod/pocketbase-by-hand.zip", "staging/pocketbase-20260101T000000Z.zip"],
            _bucket.Objects.Keys.Order(StringComparer.Ordinal));

        await pocketbase.SendAsync(await pocketbase.SignInAsAdminAsync(), HttpMethod.Delete, $"api/collections/users/records/{user.Id}");
        var restored = await ToolProcess.RunAsync(environment, ["restore", "--from", name, .. place]);

        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.NotEmpty(await pocketbase.SignInAsync("users", user.Email, user.Password));
        Assert.Empty(_work.Names);
    }

    [Fact]
    public async Task A_refused_upload_deletes_nothing_and_tells_no_key()
    {
        _bucket.Objects["redis-20260101T000000Z.rdb"] = [1];
        _bucket.RefusesUploads = true;
        var target = new Retention(Open(), keep: 1);

        var failure = await Assert.ThrowsAsync<ToolException>(() => StoreAsync(target));

        Assert.Contains("answered 503 (<Error><Code>SlowDown</Code></Error>)", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(BucketServer.SecretKey, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(["redis-20260101T000000Z.rdb"], _bucket.Objects.Keys);
        Assert.Empty(_work.Names);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var failure = await Assert.ThrowsAsync<ToolException>(() => StoreAsync(new Retention(Open(secretKey: "another"), keep: 1)));

        Assert.Contains("answered 403", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_bucket.Accepted);
    }

    [Theory]
    [InlineData("plain.rdb")]
    [InlineData("a b+c=d&e/f~g(h).rdb")]
    [InlineData("Tiếng Việt/100%.rdb")]
    public async Task Any_name_is_signed_as_it_is_sent(string name)
    {
        var file = _work.File("content");
        await File.WriteAllTextAsync(file, "content");
        var client = Client();

        await client.PutAsync(name, file, default);
        await client.GetAsync(name, _work.File("copy"), default);

        Assert.Equal("content", await File.ReadAllTextAsync(_work.File("copy")));
        Assert.Equal([name], await client.ListAsync(name[..1], default));
        await client.DeleteAsync(name, default);
        Assert.Empty(_bucket.Objects);
    }

    [Fact]
    public async Task A_temporary_key_sends_its_token_signed()
    {
        var client = Client(sessionToken: "session-token");

        Assert.Empty(await client.ListAsync("", default));

        Assert.Single(_bucket.Accepted);
    }

    private S3Client Client(string secretKey = BucketServer.SecretKey, string? sessionToken = null) => new(
        new S3Settings(_bucket.Address, BucketServer.Region, BucketServer.Bucket, BucketServer.AccessKey, secretKey, sessionToken), TimeProvider.System);

    private S3Store Open(string secretKey = BucketServer.SecretKey) => new(Client(secretKey), "", _work.Path);

    private static Task StoreAsync(Retention target) => target.StoreAsync(
        new BackupName("redis", ".rdb"), DateTimeOffset.UnixEpoch, file => File.WriteAllTextAsync(file, "snapshot"), TextWriter.Null, default);
}
