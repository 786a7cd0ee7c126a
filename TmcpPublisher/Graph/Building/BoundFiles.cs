using System.Text;
using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Reads a file or a folder of text files for a ConfigMap.</summary>
internal static partial class BoundFiles
{
    // A ConfigMap holds 1 MiB; the rest is for keys and metadata.
    private const long MaxBytes = 900 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="PublishException">It cannot be a ConfigMap; the message goes on after "the bind mount".</exception>
    internal static ConfigFiles Read(string name, string source, string target, string repository)
    {
        if (Path.GetRelativePath(repository, source) is var relative && (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)))
            throw new PublishException($"has a source outside of the repository ('{source}'), which another machine does not have.");

        try
        {
            if (File.Exists(source))
                return new ConfigFiles(name, target, IsFile: true, ReadAll([source]));
            if (!Directory.Exists(source))
                throw new PublishException($"has a source that does not exist ('{relative}').");
            if (Directory.EnumerateDirectories(source).Any())
                throw new PublishException($"has a source with sub-folders ('{relative}'), and a ConfigMap has none.");
            return new ConfigFiles(name, target, IsFile: false, ReadAll(Directory.EnumerateFiles(source).Order(StringComparer.Ordinal).ToArray()));
        }
        catch (DecoderFallbackException)
        {
            throw new PublishException($"has a source that is not text ('{relative}').");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new PublishException($"cannot be read ('{relative}'): {reason.Message}");
        }
    }

    private static SortedDictionary<string, string> ReadAll(string[] files)
    {
        if (files.Select(file => new FileInfo(file)).FirstOrDefault(file => file.LinkTarget is not null) is { } link)
            throw new PublishException($"holds a link ('{link.Name}').");
        if (files.Sum(file => new FileInfo(file).Length) is > MaxBytes and var bytes)
            throw new PublishException($"has {bytes:N0} bytes, and a ConfigMap holds {MaxBytes:N0}.");
        if (files.Length == 0)
            throw new PublishException("has an empty source.");

        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var key = Path.GetFileName(file);
            if (!Key().IsMatch(key))
                throw new PublishException($"holds '{key}', and a key of a ConfigMap is letters, digits, '-', '_' and '.'.");
            contents.Add(key, Strict.GetString(File.ReadAllBytes(file)).Replace("\r\n", "\n", StringComparison.Ordinal));
        }

        return contents;
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,253}\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
