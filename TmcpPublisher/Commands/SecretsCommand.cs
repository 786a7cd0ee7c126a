using System.CommandLine;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Secrets;

namespace Tmcp.Publisher.Commands;

/// <summary><c>secrets list</c>: which values the store must hold. Names only.</summary>
internal static class SecretsCommand
{
    internal static Command Create(InputOptions input)
    {
        var list = new Command("list", "Lists every key of the secret store that the graph needs, and who reads it. Never a value.");
        list.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var loaded = await PublishInput.LoadAsync(input.Places(parsed), configuration.Error, cancellationToken: cancellationToken);
            foreach (var line in Lines(loaded))
                await configuration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return new Command("secrets", "The secrets of the graph.") { list };
    }

    private static IEnumerable<string> Lines(PublishInput input)
    {
        var problems = new Problems();
        var plans = SecretPlans.Create(input.Graph, input.Settings, problems);
        problems.ThrowIfAny();
        var places =
            from workload in input.Graph.Workloads
            from set in plans.Of(workload).Sets
            from datum in set.Data
            group (workload.Resource, datum.Key) by (datum.Home, datum.Parameter) into place
            orderby place.Key.Home.Key, place.Key.Home.Property
            select place;
        foreach (var place in places)
        {
            var (home, parameter) = place.Key;
            var readers = string.Join(", ", place.Select(reader => $"{reader.Resource} ({reader.Key})").Distinct(StringComparer.Ordinal));
            yield return $"{home.Key} {home.Property}: parameter '{parameter}', {Origin(input.Graph.Parameters[parameter])}, read by {readers}";
        }
    }

    private static string Origin(Parameter parameter) =>
        (parameter.Generate is null ? "from a person" : "can be generated") + (parameter.IsOptional ? ", optional" : "");
}
