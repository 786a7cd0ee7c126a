using Tmcp.Tools.Checks;

namespace Tmcp.Tools.Tests.Redis;

/// <summary>Snapshots of the real Redis.</summary>
public sealed class RedisBackupTests : IDisposable
{
    private const string Password = "redis-test-password";

    private readonly TestFolder _data = new();
    private readonly TestFolder _backups = new();

    public void Dispose()
    {
        _data.Dispose();
        _backups.Dispose();
    }

    [RedisFact]
    public Task A_snapshot_of_unknown_length_brings_everything_back() => AssertRoundTripAsync(diskless: true);

    [RedisFact]
    public Task A_snapshot_of_known_length_brings_everything_back() => AssertRoundTripAsync(diskless: false);

    [RedisFact]
    public async Task A_wrong_password_is_told_and_not_shown()
    {
        await using var redis = await RedisServer.StartAsync(_data.Path, Password);

        var (code, _, error) = await BackupAsync(redis, "wrong-password");

        Assert.Equal(1, code);
        Assert.Contains("Redis refused AUTH", error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-password", error, StringComparison.Ordinal);
        Assert.Empty(_backups.Names);
    }

    [Fact]
    public async Task Nobody_there_is_told()
    {
        var (code, _, error) = await ToolProcess.RunAsync(
            new Dictionary<string, string>(), "backup-redis", "--address", "127.0.0.1:1", "--to", _backups.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("error: No snapshot could be taken: Redis at 127.0.0.1:1", error, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task A_damaged_snapshot_is_refused()
    {
        await using var redis = await RedisServer.StartAsync(_data.Path, Password);
        await redis.CallAsync(Password, "SET greeting hello");
        await BackupAsync(redis, Password);
        var file = _backups.File(Assert.Single(_backups.Names));
        var whole = await File.ReadAllBytesAsync(file);
        await RedisFile.VerifyAsync(file, default);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            await Assert.ThrowsAsync<ToolException>(() => RedisFile.VerifyAsync(file, default));
        }

        for (var position = 0; position < whole.Length; position++)
        {
            var damaged = whole.ToArray();
            damaged[position] ^= 0x10;
            await File.WriteAllBytesAsync(file, damaged);
            await Assert.ThrowsAsync<ToolException>(() => RedisFile.VerifyAsync(file, default));
        }
    }

    private async Task AssertRoundTripAsync(bool diskless)
    {
        await using (var redis = await RedisServer.StartAsync(_data.Path, Password, diskless))
        {
            await redis.CallAsync(
                Password, [.. Enumerable.Range(0, 3000).Select(index => $"SET key{index} {new string('v', 50)}{index}"), "RPUSH list a b c"]);
            var (code, output, error) = await BackupAsync(redis, Password);
            Assert.Equal((0, ""), (code, error));
            Assert.Contains("stored ", output, StringComparison.Ordinal);
        }

        var backup = Assert.Single(_backups.Names);
        Assert.Matches(@"^redis-\d{8}T\d{6}Z\.rdb$", backup);
        using var restored = new TestFolder();
        File.Copy(_backups.File(backup), restored.File("dump.rdb"));
        await using var second = await RedisServer.StartAsync(restored.Path, Password);
        var answer = await second.CallAsync(Password, "DBSIZE", "GET key2999", "LRANGE list 0 -1");

        Assert.Contains(":3001\r\n", answer, StringComparison.Ordinal);
        Assert.Contains($"{new string('v', 50)}2999", answer, StringComparison.Ordinal);
        Assert.Contains("*3\r\n$1\r\na", answer, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> BackupAsync(RedisServer redis, string password) => ToolProcess.RunAsync(
        new Dictionary<string, string> { ["REDIS_PASSWORD"] = password }, "backup-redis", "--address", $"127.0.0.1:{redis.Port}", "--to", _backups.Path);
}
