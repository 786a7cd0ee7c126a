using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>
/// A message on the wire: one flag byte (0 plain, 1 compressed), its length as four bytes big-endian, its bytes.
/// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
/// </summary>
internal static class GrpcFrame
{
    private const int HeaderBytes = 5;

    /// <summary>Cuts the first whole frame off <paramref name="buffer"/>; false when more bytes are needed.</summary>
    /// <exception cref="GrpcException">The frame is compressed, too long or no frame at all.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, int maxBytes, out ReadOnlySequence<byte> payload)
    {
        payload = default;
        if (buffer.Length < HeaderBytes)
            return false;

        Span<byte> header = stackalloc byte[HeaderBytes];
        buffer.Slice(0, HeaderBytes).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (header[0] == 1)
            throw new GrpcException(GrpcStatus.Unimplemented, "The message is compressed, which this server does not accept: send it with flag 0.");
        if (header[0] != 0)
            throw new GrpcException(GrpcStatus.Internal, $"The body is no gRPC message: its flag byte is {header[0]}, only 0 and 1 exist.");
        if (length > maxBytes)
            throw new GrpcException(GrpcStatus.ResourceExhausted, $"The message has {length} bytes, at most {maxBytes} are accepted.");
        if (buffer.Length < HeaderBytes + length)
            return false;

        payload = buffer.Slice(HeaderBytes, length);
        buffer = buffer.Slice(HeaderBytes + length);
        return true;
    }

    /// <summary>Appends <paramref name="message"/> as one frame.</summary>
    public static void Write(IBufferWriter<byte> output, IMessage message)
    {
        var header = output.GetSpan(HeaderBytes);
        header[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], message.CalculateSize());
        output.Advance(HeaderBytes);
        message.WriteTo(output);
    }
}
