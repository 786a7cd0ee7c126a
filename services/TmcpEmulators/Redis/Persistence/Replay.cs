using System.Buffers;
using System.IO.Pipelines;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Persistence;

/// <summary>Reads the append-only file at the start. A tail that a crash cut short is dropped; anything else that is wrong ends the start.</summary>
internal sealed class Replay(RedisServer server)
{
    private readonly Client _client = new(0, "", "", 0, new NoLink()) { IsTrusted = true };
    private List<byte[][]>? _transaction;
    private long _position;

    /// <summary>End of the last whole command or transaction.</summary>
    public long SafeLength { get; private set; }

    public long CommandCount { get; private set; }

    public async Task RunAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 256 * 1024, leaveOpen: true));
        server.IsLoading = true;
        try
        {
            while (true)
            {
                var result = await pipe.ReadAsync();
                var buffer = result.Buffer;
                Take(ref buffer, path, stream.Length);
                pipe.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                    break;
            }
        }
        finally
        {
            server.IsLoading = false;
            await pipe.CompleteAsync();
        }
    }

    private void Take(ref ReadOnlySequence<byte> buffer, string path, long length)
    {
        while (true)
        {
            var before = buffer.Length;
            try
            {
                // A power cut may leave zeros where the file grew but the data never came.
                if (buffer.IsEmpty || buffer.FirstSpan[0] == 0 || !RequestParser.TryRead(ref buffer, trusted: true, out var arguments))
                    return;
                _position += before - buffer.Length;
                Take(arguments);
            }
            catch (Exception exception) when (exception is ProtocolError or RedisError)
            {
                throw new InvalidDataException(
                    $"The append-only file {path} cannot be read at byte {_position} of {length}: {exception.Message}. Cut it there, or move it away to begin without data.", exception);
            }
        }
    }

    private void Take(byte[][] arguments)
    {
        if (arguments.Length == 0)
            throw new ProtocolError("an empty command");
        if (arguments[0].Is("MULTI"))
        {
            _transaction = [];
            return;
        }

        if (_transaction is { } transaction && !arguments[0].Is("EXEC"))
        {
            transaction.Add(arguments);
            return;
        }

        foreach (var command in _transaction ?? [arguments])
            Run(command);
        _transaction = null;
        SafeLength = _position;
    }

    private void Run(byte[][] arguments)
    {
        var spec = server.Dispatcher.Table.Resolve(arguments);
        server.Dispatcher.RunQueued(_client, spec, arguments);
        _client.Output.Clear();
        CommandCount++;
    }
}
