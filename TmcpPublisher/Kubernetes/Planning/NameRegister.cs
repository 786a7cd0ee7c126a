using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>Every name of the tree, legal and given once.</summary>
internal sealed partial class NameRegister(Problems problems)
{
    private readonly Dictionary<(string Kind, string Name), string> _owners = [];

    /// <summary>Takes a name for an object, a folder or a label of a resource.</summary>
    /// <returns>The name.</returns>
    internal string Claim(string kind, string name, string resource)
    {
        if (!Dns1123().IsMatch(name))
        {
            problems.Add($"'{name}' is no legal name for the {kind} of resource '{resource}'. "
                + "Write 1 to 63 lower case letters, digits and inner dashes: set 'name', 'short' or 'app' in its Kubernetes extension.");
        }

        if (!_owners.TryAdd((kind, name), resource))
        {
            problems.Add($"Resources '{_owners[(kind, name)]}' and '{resource}' both give the name '{name}' to a {kind}. "
                + "Give one of them another 'name', 'short', 'app' or claim in its Kubernetes extension.");
        }

        return name;
    }

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dns1123();
}
