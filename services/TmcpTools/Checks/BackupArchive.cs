using System.IO.Compression;

namespace Tmcp.Tools.Checks;

/// <summary>Verifies an archive of PocketBase: every file's checksum, and the structure of the database.</summary>
internal static class BackupArchive
{
    private const string Database = "data.db";
    private const string DatabaseLog = "data.db-wal";

    /// <exception cref="ToolException">It is no archive, damaged, or not one of PocketBase.</exception>
    internal static async Task<ArchiveContent> VerifyAsync(string file, CancellationToken cancellationToken)
    {
        var unpacked = $"{file}.{Database}";
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, cancellationToken);
            foreach (var entry in archive.Entries)
                await CheckAsync(entry, entry.FullName == Database ? unpacked : null, cancellationToken);
            if (!File.Exists(unpacked))
                throw new InvalidDataException($"it has no '{Database}'");

            var rows = SqliteFile.CountRows(unpacked, isWhole: archive.GetEntry(DatabaseLog) is null or { Length: 0 });
            return new ArchiveContent(archive.Entries.Count, rows);
        }
        catch (FileNotFoundException reason)
        {
            throw new ToolException($"There is no backup '{file}'. Look at the folder or the bucket for its name.", reason);
        }
        catch (InvalidDataException reason)
        {
            throw new ToolException($"The backup '{file}' is not usable: {reason.Message.TrimEnd('.')}. Take another one; this one was not used.", reason);
        }
        finally
        {
            File.Delete(unpacked);
        }
    }

    // The runtime does not compare checksums while it unpacks.
    private static async Task CheckAsync(ZipArchiveEntry entry, string? copyTo, CancellationToken cancellationToken)
    {
        await using var content = await entry.OpenAsync(cancellationToken);
        await using var target = copyTo is null ? Stream.Null : File.Create(copyTo);
        var buffer = new byte[81920];
        var checksum = Crc32.Start;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            checksum = Crc32.Append(checksum, buffer.AsSpan(0, read));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (Crc32.Finish(checksum) != entry.Crc32)
            throw new InvalidDataException($"the checksum of '{entry.FullName}' in it is wrong");
    }
}
