using System.Text.Json;

namespace Tmcp.Publisher.Input;

/// <summary>Reads a JSON file whose members are unique and whose text is Unicode.</summary>
internal static class JsonFile
{
    // The largest manifest of the benchmark, 5,000 resources, has 5 MB.
    private const long MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <param name="file">Path of the file.</param>
    /// <param name="root">How a path in the file begins in messages.</param>
    /// <param name="problems">Takes what <paramref name="read"/> finds.</param>
    /// <param name="read">Reads the document, which is gone afterwards.</param>
    /// <exception cref="PublishException">There is no such file, or it is no JSON.</exception>
    internal static T Read<T>(string file, string root, ProblemList problems, Func<JsonPlace, T> read)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > MaxBytes)
                throw new PublishException($"{file}: has {stream.Length:N0} bytes, and {MaxBytes:N0} is the most. Is it the right file?");

            using var document = JsonDocument.Parse(stream, Options);
            return read(new JsonPlace(document.RootElement, root, problems));
        }
        catch (JsonException reason)
        {
            throw new PublishException($"{file}, line {reason.LineNumber + 1}: is no valid JSON: {FirstSentence(reason.Message)}. Repair the file, or write it again.");
        }
        catch (InvalidOperationException)
        {
            // Text with half a surrogate pair passes the parser and fails on reading.
            throw new PublishException($"{file}: holds text that is no valid Unicode (half of a surrogate pair). Repair the file, or write it again.");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new PublishException($"{file}: cannot be read: {reason.Message} Name the right file.");
        }
    }

    // "'x' is invalid after a value. Expected either ',', '}', or ']'. LineNumber: 47 | BytePositionInLine: 5."
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf(" Path:", StringComparison.Ordinal) : end;
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }
}
