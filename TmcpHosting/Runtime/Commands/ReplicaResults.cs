namespace Aspire.Hosting.ApplicationModel;

/// <summary>One result for the results of several replicas.</summary>
internal static class ReplicaResults
{
    /// <summary>Success when all succeeded, cancelled when nothing failed but something was cancelled, else the failures with their ids.</summary>
    public static ExecuteCommandResult Combine(
        string resourceName, string commandName, IReadOnlyList<(string Id, ExecuteCommandResult Result)> results)
    {
        var failures = results.Where(entry => entry.Result is { Success: false, Canceled: false }).ToArray();
        if (failures.Length > 0)
        {
            var reasons = failures.Select(entry => $"{entry.Id}: {entry.Result.Message ?? "no reason given"}");
            return CommandResults.Failure(
                $"Command '{commandName}' of '{resourceName}' failed for {failures.Length} of {results.Count} replicas. {string.Join("; ", reasons)}");
        }

        if (results.Any(entry => entry.Result.Canceled))
            return CommandResults.Canceled();
        var messages = results.Select(entry => entry.Result.Message).OfType<string>().Distinct().ToArray();
        return new ExecuteCommandResult
        {
            Success = true,
            Message = messages.Length == 0 ? null : string.Join(" ", messages),
            Data = results.Select(entry => entry.Result.Data).FirstOrDefault(data => data is not null),
        };
    }
}
