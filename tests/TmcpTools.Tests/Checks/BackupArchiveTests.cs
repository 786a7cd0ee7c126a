using System.IO.Compression;
using Tmcp.Tests.Shared;
using Tmcp.Tools.Checks;

namespace Tmcp.Tools.Tests.Checks;

/// <summary>What the check accepts and refuses, on a real database of PocketBase.</summary>
public sealed class BackupArchiveTests(PocketBaseData data) : IClassFixture<PocketBaseData>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_database_is_counted_table_by_table()
    {
        var content = await BackupArchive.VerifyAsync(Pack(("data.db", data.Database)), default);

        Assert.Equal(PocketBaseData.Users, content.Rows!["users"]);
        Assert.Equal(1, content.Rows["_superusers"]);
        Assert.Equal(0, content.Rows["workspaces"]);
        Assert.True(content.Rows["_collections"] > 15);
    }

    [Fact]
    public async Task A_write_ahead_log_leaves_the_count_to_the_server() =>
        Assert.Null((await BackupArchive.VerifyAsync(Pack(("data.db", data.Database), ("data.db-wal", [1, 2, 3])), default)).Rows);

    [Fact]
    public Task An_archive_without_a_database_is_refused() => AssertRefusedAsync(Pack(("other.db", data.Database)), "no 'data.db'");

    [Fact]
    public Task Another_kind_of_file_is_refused() => AssertRefusedAsync(Pack(("data.db", [.. Enumerable.Repeat((byte)7, 5000)])), "does not begin like one of SQLite");

    [Fact]
    public Task A_database_that_was_cut_off_is_refused() => AssertRefusedAsync(Pack(("data.db", data.Database[..^4096])), "bytes, and");

    [Fact]
    public async Task A_text_is_no_archive()
    {
        await File.WriteAllTextAsync(_folder.File("b.zip"), "not a zip");

        await AssertRefusedAsync(_folder.File("b.zip"), "is not usable");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var failure = await Assert.ThrowsAsync<ToolException>(() => BackupArchive.VerifyAsync(_folder.File("none.zip"), default));

        Assert.StartsWith($"There is no backup '{_folder.File("none.zip")}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_flipped_bit_of_a_stored_file_is_found()
    {
        var path = Pack(CompressionLevel.NoCompression, ("data.db", data.Database));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await AssertRefusedAsync(path, "checksum of 'data.db'");
    }

    /// <summary>Pages whose own header is destroyed; free pages of the file are not part of the structure.</summary>
    [Fact]
    public async Task A_destroyed_page_of_a_table_is_found()
    {
        var found = 0;
        for (var page = 1; page < data.Database.Length / 4096; page++)
        {
            var damaged = data.Database.ToArray();
            damaged.AsSpan(page * 4096, 8).Fill(0xEE);
            try
            {
                await BackupArchive.VerifyAsync(Pack(CompressionLevel.Fastest, ("data.db", damaged)), default);
            }
            catch (ToolException)
            {
                found++;
            }
        }

        // What is not found are overflow pages and free ones.
        Assert.InRange(found, (data.Database.Length / 4096) / 2, data.Database.Length / 4096);
    }

    /// <summary>Whatever the bytes are: a verdict, never another exception, an endless loop or a left-over file.</summary>
    [Fact]
    public async Task Random_damage_never_breaks_the_check()
    {
        var random = new Random(20261121);
        for (var run = 0; run < 150; run++)
        {
            var damaged = data.Database.ToArray();
            for (var count = 0; count < 40; count++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var path = Pack(CompressionLevel.Fastest, ("data.db", damaged));

            var failure = await Record.ExceptionAsync(() => BackupArchive.VerifyAsync(path, default));

            Assert.True(failure is null or ToolException, failure?.ToString());
        }

        Assert.Equal(["b.zip"], _folder.Names);
    }

    private string Pack(params (string Name, byte[] Content)[] files) => Pack(CompressionLevel.Fastest, files);

    private string Pack(CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        var path = _folder.File("b.zip");
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = archive.CreateEntry(name, level).Open();
            entry.Write(content);
        }

        return path;
    }

    private static async Task AssertRefusedAsync(string path, string reason) => Assert.Contains(
        reason, (await Assert.ThrowsAsync<ToolException>(() => BackupArchive.VerifyAsync(path, default))).Message, StringComparison.Ordinal);
}
