using System.Text;

namespace Tmcp.Tools.Redis;

/// <summary>Reads lines and blocks from a connection.</summary>
/// <param name="stream">The connection.</param>
/// <param name="heard">Called whenever something arrived.</param>
internal sealed class RedisReader(Stream stream, Action heard)
{
    private readonly byte[] _buffer = new byte[65536];
    private int _start;
    private int _end;

    /// <summary>A line without its end.</summary>
    internal async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end)
                await FillAsync(cancellationToken);
            var next = (char)_buffer[_start++];
            if (next == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(next);
        }
    }

    internal async Task CopyAsync(long length, Stream target, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            if (_start == _end)
                await FillAsync(cancellationToken);
            var part = (int)Math.Min(length, _end - _start);
            await target.WriteAsync(_buffer.AsMemory(_start, part), cancellationToken);
            _start += part;
            length -= part;
        }
    }

    /// <summary>Copies what stands before <paramref name="mark"/>, which ends the conversation.</summary>
    internal async Task CopyUntilAsync(byte[] mark, Stream target, CancellationToken cancellationToken)
    {
        while (true)
        {
            var held = _buffer.AsMemory(_start, _end - _start);
            if (held.Span.IndexOf(mark) is >= 0 and var at)
            {
                await target.WriteAsync(held[..at], cancellationToken);
                return;
            }

            // The mark may have begun at the end of what is here.
            var safe = Math.Max(0, held.Length - mark.Length + 1);
            await target.WriteAsync(held[..safe], cancellationToken);
            held[safe..].CopyTo(_buffer);
            (_start, _end) = (0, held.Length - safe);
            await FillAsync(cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
            _start = _end = 0;
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        if (read == 0)
            throw new EndOfStreamException("it closed the connection in the middle of an answer");
        heard();
        _end += read;
    }
}
