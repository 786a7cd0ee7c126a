using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>The Secrets of one workload.</summary>
/// <param name="Sets">What it cannot run without, then what it can; empty sets are left out.</param>
/// <param name="Variables">The variable that carries a parameter, encoded or not.</param>
internal sealed record WorkloadSecrets(IReadOnlyList<SecretSet> Sets, IReadOnlyDictionary<(string Parameter, bool UriEncode), string> Variables)
{
    /// <summary>The variable that other values take this secret from.</summary>
    internal string VariableOf(TextPart.Secret secret) => Variables[(secret.Parameter, secret.UriEncode)];
}

/// <summary>One ExternalSecret and the Secret that it makes.</summary>
/// <param name="Data">Ordered by key.</param>
/// <param name="Encoded">Keys that hold the percent-encoded value of another key, ordered.</param>
internal sealed record SecretSet(string Name, bool IsOptional, IReadOnlyList<SecretDatum> Data, IReadOnlyList<KeyValuePair<string, string>> Encoded)
{
    internal string SecretName => Name + "-k8s";
}

/// <param name="Key">Name in the Secret, which is the name of the variable.</param>
/// <param name="Parameter">Whose value it is.</param>
/// <param name="Home">Where the store keeps it.</param>
internal sealed record SecretDatum(string Key, string Parameter, SecretHome Home);
