using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>Names of the variables that carry the secrets of one workload: those it reads itself, else the parameter's name in upper snake case.</summary>
internal sealed class SecretNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<(string Parameter, bool UriEncode), string> _variables = [];

    internal SecretNames(Workload workload)
    {
        _taken = [.. workload.Environment.Select(variable => variable.Name)];
        foreach (var use in SecretUse.In(workload).Where(use => use.IsWhole))
            _variables.TryAdd((use.Secret.Parameter, use.Secret.UriEncode), use.Variable!);
    }

    internal IReadOnlyDictionary<(string Parameter, bool UriEncode), string> Variables => _variables;

    /// <summary>The variable with the value as it is.</summary>
    internal string Plain(string parameter) => Get(parameter, false, UpperSnake(parameter));

    /// <summary>The variable with the percent-encoded value.</summary>
    internal string Encoded(string parameter) => Get(parameter, true, UpperSnake(parameter) + "_URI");

    /// <summary><c>pocketbase-admin-password</c> as <c>POCKETBASE_ADMIN_PASSWORD</c>.</summary>
    internal static string UpperSnake(string parameter)
        => string.Concat(parameter.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_'));

    private string Get(string parameter, bool uriEncode, string wish)
    {
        if (_variables.TryGetValue((parameter, uriEncode), out var known))
            return known;
        if (char.IsAsciiDigit(wish[0]))
            wish = "_" + wish;
        while (!_taken.Add(wish))
            wish += "_SECRET";
        return _variables[(parameter, uriEncode)] = wish;
    }
}
