namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>Bodies with a piece of JSON on each line.</summary>
internal static class NewlineJson
{
    /// <summary>Lines that are not empty.</summary>
    public static List<ReadOnlyMemory<byte>> Lines(byte[] body)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        var at = 0;
        while (at < body.Length)
        {
            var length = body.AsSpan(at).IndexOf((byte)'\n');
            length = length < 0 ? body.Length - at : length;
            var line = body.AsMemory(at, length);
            if (line.Length > 0 && line.Span[^1] == '\r')
                line = line[..^1];
            if (line.Length > 0)
                lines.Add(line);
            at += length + 1;
        }

        return lines;
    }
}
