using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>Prompts. This app host asks nothing, so the stream stays open and silent, and no file was asked for.</summary>
internal static class InteractionMethods
{
    public static async Task WatchAsync(GrpcCall call)
    {
        // The dashboard reads only after it has seen the headers. Answering "unimplemented", or ending the stream, makes it ask again for ever.
        await call.StartAsync();
        while (await call.ReadAsync(WatchInteractionsRequestUpdate.Parser) is not null)
        {
            // Answers to prompts of an earlier app host: that one is gone.
        }

        await Task.Delay(Timeout.Infinite, call.CancellationToken);
    }

    public static async Task UploadAsync(GrpcCall call)
    {
        var first = await call.ReadAsync(UploadFileChunk.Parser)
            ?? throw new GrpcException(GrpcStatus.InvalidArgument, "The upload has no chunk: send at least one, with the name of the file.");
        throw new GrpcException(
            GrpcStatus.NotFound,
            $"File '{first.FileName}' is for input '{first.InputName}' of prompt {first.InteractionId}, which is not open. Start the command again.");
    }
}
