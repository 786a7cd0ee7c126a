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
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("error: The job was stopped before it was done. Nothing that existed was deleted; start it again.");
            return Failure;
        }
    }
}
