using System.Text;

namespace Tmcp.Publisher.Output;

/// <summary>
/// Brings a folder to what the tree says: writes what differs, removes what nobody generates any more, and touches nothing else. The record
/// comes last, so that an interrupted run is repeated and not taken for a person's edit.
/// </summary>
internal static class TreeWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="comparison">What differs.</param>
    /// <param name="force">Whether edits of a person are overwritten.</param>
    /// <returns>How many files were written or removed, the record not counted.</returns>
    /// <exception cref="PublishException">A person changed a generated file, and <paramref name="force"/> is not set.</exception>
    internal static int Write(TreeComparison comparison, bool force)
    {
        var edited = comparison.HandEdits.ToArray();
        if (edited.Length > 0 && !force)
        {
            throw new PublishException(edited.Select(change =>
                $"{Path.Combine(comparison.Folder, change.Path)}: was changed by hand, and the next run would undo it. Make the change in the AppHost, the settings or " +
                "overlays/<environment>/extra, or overwrite it with --force.").ToArray());
        }

        foreach (var change in comparison.Changes)
        {
            var file = Path.Combine(comparison.Folder, change.Path);
            if (change.Wanted is null)
                Remove(file, comparison.Folder);
            else
                Replace(file, change.Wanted);
        }

        if (!comparison.IsRecordCurrent)
            Replace(Path.Combine(comparison.Folder, GeneratedRecord.FileName), comparison.Next.ToJson());
        return comparison.Changes.Count;
    }

    private static void Replace(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.tmp";
        File.WriteAllText(draft, content, Utf8);
        File.Move(draft, file, overwrite: true);
    }

    private static void Remove(string file, string root)
    {
        File.Delete(file);
        for (var folder = Path.GetDirectoryName(file)!; folder != root && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
            Directory.Delete(folder);
    }
}
