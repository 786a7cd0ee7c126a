using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>The names of variables.</summary>
internal sealed class EnvironmentNameRule() : LintRule("environment-name", "a variable with a name that the cluster skips, or that is set twice in one list")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var workload in rendering.Workloads)
        {
            foreach (var container in workload.Containers)
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (index, variable) in container.Root.Get("env").Items().Index())
                {
                    var name = variable.Get("name").Text() ?? "";
                    if (!IsValid(name))
                        yield return Report(workload.Object, $"{container.Path}.env[{index}].name", $"'{name}' is no valid name of a variable.", "Use letters, digits, '_', '-' and '.', with no digit first.");
                    if (!seen.Add(name))
                        yield return Report(workload.Object, $"{container.Path}.env[{index}].name", $"The variable '{name}' is set twice.", "Remove one.");
                }
            }

            var maps = PodReference.Of(workload).Where(reference => reference is { Kind: "ConfigMap", IsEnvironment: true })
                .Select(reference => rendering.Find("ConfigMap", workload.Namespace, reference.Name)).OfType<KubeObject>();
            foreach (var (map, key) in maps.SelectMany(map => map.Root.Get("data").Members().Select(member => (map, member.Key))).Where(pair => !IsValid(pair.Key)))
                yield return Report(map, $"data.{key}", $"'{key}' is no valid name of a variable: {workload.Object} would start without it.", "Rename the key, or mount it as a file.");
        }
    }

    private static bool IsValid(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name is not ("." or "..")
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');
}
