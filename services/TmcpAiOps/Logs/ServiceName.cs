using System.Text.RegularExpressions;

namespace Tmcp.AiOps.Logs;

/// <summary>The service that a pod belongs to, by its name.</summary>
internal static partial class ServiceName
{
    /// <summary><c>agent-deployment-7d9f8b6c5-x2x9z</c> is <c>agent</c>; a name without Kubernetes' suffixes is itself.</summary>
    public static string FromPod(string pod)
    {
        var name = Suffix().Replace(pod, "");
        foreach (var kind in (string[])["-deployment", "-statefulset", "-daemonset"])
        {
            if (name.EndsWith(kind, StringComparison.Ordinal) && name.Length > kind.Length)
                return name[..^kind.Length];
        }

        return name.Length == 0 ? pod : name;
    }

    // Deployment: -<replica set>-<5 letters>; stateful set: -<number>; daemon set: -<5 letters>. Kubernetes leaves vowels out of the random part.
    [GeneratedRegex("(?:-[bcdfghjklmnpqrstvwxz2456789]{6,10})?-(?:[bcdfghjklmnpqrstvwxz2456789]{5}|\\d{1,3})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Suffix();
}
