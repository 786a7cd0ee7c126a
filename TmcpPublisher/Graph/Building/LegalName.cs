using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Names of a manifest that we did not write, in the forms that Kubernetes takes.</summary>
internal static partial class LegalName
{
    private const int LongestLabel = 63;
    private const int LongestPort = 15;

    /// <summary>Lower case, with '-' for what is not allowed; what is too long ends in a hash of all of it.</summary>
    internal static string Label(string name, int longest = LongestLabel)
    {
        var label = Others().Replace(name.ToLowerInvariant(), "-").Trim('-');
        if (label.Length == 0 || !char.IsAsciiLetter(label[0]))
            label = $"x-{label}".TrimEnd('-');
        if (label.Length <= longest)
            return label;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..6];
        return $"{label[..(longest - hash.Length - 1)].TrimEnd('-')}-{hash}";
    }

    /// <summary>At most 15 characters.</summary>
    internal static string Port(string binding) => Label(binding, LongestPort);

    /// <summary>
    /// Aspire puts the application and a hash of its folder before the name of a volume, as in <c>testshop.apphost-48e1ce2b9b-postgres-data</c>.
    /// Without them the name is the same for every clone.
    /// </summary>
    internal static string Volume(string name) => Label(OfThisFolder().Replace(name, ""), 50);

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Others();

    [GeneratedRegex("^[A-Za-z0-9._-]+-[0-9a-f]{10}-", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfThisFolder();
}
