using System.Buffers;
using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;

namespace TmcpHosting.Tests.Dashboard;

public sealed class GrpcFrameTests
{
    [Fact]
    public void An_empty_message_is_five_zero_bytes() =>
        Assert.Equal(new byte[5], GrpcTestClient.Frame(new ApplicationInformationRequest()));

    [Fact]
    public void The_length_is_big_endian()
    {
        var frame = GrpcTestClient.Frame(new ApplicationInformationResponse { ApplicationName = new string('x', 300) });

        // 300 characters, one byte of field number and two of length.
        Assert.Equal([0, 0, 0, 0x01, 0x2F], frame[..5]);
        Assert.Equal(5 + 303, frame.Length);
    }

    [Fact]
    public void A_frame_is_read_only_when_its_last_byte_is_there()
    {
        var frame = GrpcTestClient.Frame(new ApplicationInformationResponse { ApplicationName = "tmcp" });
        for (var length = 0; length < frame.Length; length++)
        {
            var part = new ReadOnlySequence<byte>(frame, 0, length);
            Assert.False(GrpcFrame.TryRead(ref part, 1000, out _), $"{length} of {frame.Length} bytes");
            Assert.Equal(length, part.Length);
        }

        var whole = new ReadOnlySequence<byte>(frame);
        Assert.True(GrpcFrame.TryRead(ref whole, 1000, out var payload));
        Assert.Equal("tmcp", ApplicationInformationResponse.Parser.ParseFrom(payload).ApplicationName);
        Assert.True(whole.IsEmpty);
    }

    [Fact]
    public void Frames_are_cut_one_after_the_other_at_every_segment_border()
    {
        byte[] bytes =
        [
            .. GrpcTestClient.Frame(new ApplicationInformationResponse { ApplicationName = "one" }),
            .. GrpcTestClient.Frame(new ApplicationInformationResponse()),
            .. GrpcTestClient.Frame(new ApplicationInformationResponse { ApplicationName = "three" }),
        ];
        for (var border = 1; border < bytes.Length; border++)
        {
            var buffer = Segment.Join(bytes[..border], bytes[border..]);
            var names = new List<string>();
            while (GrpcFrame.TryRead(ref buffer, 1000, out var payload))
                names.Add(ApplicationInformationResponse.Parser.ParseFrom(payload).ApplicationName);

            Assert.Equal(["one", "", "three"], names);
        }
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, GrpcStatus.Unimplemented)]
    [InlineData(new byte[] { 2, 0, 0, 0, 0 }, GrpcStatus.Internal)]
    [InlineData(new byte[] { 0, 0, 0, 0x03, 0xE9 }, GrpcStatus.ResourceExhausted)]
    [InlineData(new byte[] { 0, 0xFF, 0xFF, 0xFF, 0xFF }, GrpcStatus.ResourceExhausted)]
    public void A_frame_that_cannot_be_taken_has_its_own_status(byte[] header, object status)
    {
        var buffer = new ReadOnlySequence<byte>(header);

        var exception = Assert.Throws<GrpcException>(() => GrpcFrame.TryRead(ref buffer, 1000, out _));

        Assert.Equal(status, exception.Status);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        private Segment(byte[] bytes, long index)
        {
            Memory = bytes;
            RunningIndex = index;
        }

        public static ReadOnlySequence<byte> Join(byte[] first, byte[] second)
        {
            var start = new Segment(first, 0);
            var end = new Segment(second, first.Length);
            start.Next = end;
            return new ReadOnlySequence<byte>(start, 0, end, second.Length);
        }
    }
}
