using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>A place in a workload that holds a secret.</summary>
/// <param name="Variable">Null: the command or an argument.</param>
/// <param name="IsWhole">Whether the variable is this secret and nothing else.</param>
internal sealed record SecretUse(TextPart.Secret Secret, string? Variable, bool IsWhole)
{
    /// <summary>Every use: whole variables first, so that other values can refer to them.</summary>
    internal static IReadOnlyList<SecretUse> In(Workload workload)
    {
        var variables = workload.Environment.SelectMany(variable => variable.Value.Parts.OfType<TextPart.Secret>()
            .Select(secret => new SecretUse(secret, variable.Name, variable.Value.Parts.Count == 1)));
        var arguments = workload.Command.Concat(workload.Arguments).SelectMany(text => text.Parts.OfType<TextPart.Secret>())
            .Select(secret => new SecretUse(secret, null, false));
        return [.. variables.Concat(arguments).OrderByDescending(use => use.IsWhole)];
    }
}
