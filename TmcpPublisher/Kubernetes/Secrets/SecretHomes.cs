using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>Where the store keeps each secret: the workload's own word, else where the parameter's first consumer has it.</summary>
internal sealed class SecretHomes(string vaultPrefix)
{
    private readonly Dictionary<string, SecretHome> _first = [];

    /// <summary>The home of a secret of a workload. Called in the order of the manifest.</summary>
    internal SecretHome Find(Workload workload, string parameter, string variable)
    {
        var own = workload.SecretHomes.GetValueOrDefault(variable) ?? workload.SecretHomes.GetValueOrDefault(parameter);
        var home = own ?? _first.GetValueOrDefault(parameter)
            ?? new SecretHome($"{vaultPrefix}/{workload.Resource}", SecretNames.UpperSnake(parameter));
        _first.TryAdd(parameter, home);
        return home;
    }
}
