using System.Text.Json;

namespace Tmcp.Tools.Commands;

/// <summary>Runs a job as the process: what it tells goes to standard output, why it failed to standard error.</summary>
internal static class Job
{
    private const int Failure = 1;

    internal static async Task<int> RunAsync(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (ToolException exception)
        {
            await Console.Error.WriteLineAsync($"error: {exception.Message}");
            return Failure;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            // The edge of the process: an answer that is no JSON, a connection that breaks within an answer, a disk that is full.
            await Console.Error.WriteLineAsync(
                $"error: The job cannot go on: {exception.Message} Check that the address is that of the server itself, and the space where it writes; nothing that existed was deleted.");
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("error: The job was stopped before it was done. Nothing that existed was deleted; start it again.");
            return Failure;
        }
    }
}
