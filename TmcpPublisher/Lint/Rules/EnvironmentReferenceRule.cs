using System.Text.RegularExpressions;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A <c>$(X)</c> is replaced only when X is set before; otherwise the program reads the five characters.</summary>
internal sealed partial class EnvironmentReferenceRule() : LintRule("environment-reference", "a $(X) without a variable X before it")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => rendering.Workloads.SelectMany(workload => workload.Containers.SelectMany(container => Check(rendering, workload, container)));

    private IEnumerable<Finding> Check(Rendering rendering, WorkloadView workload, ContainerView container)
    {
        // A source whose keys nobody can see may set any name.
        var sources = PodReference.Of(workload).Where(reference => reference.IsEnvironment && reference.Container?.Path == container.Path)
            .Select(reference => Keys(rendering, workload, reference)).ToList();
        if (sources.Contains(null))
            yield break;

        var known = sources.SelectMany(keys => keys!).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, variable) in container.Root.Get("env").Items().Index())
        {
            foreach (var name in Unknown(variable.Get("value").Text(), known))
                yield return Missing(workload, $"{container.Path}.env[{index}].value", name);
            known.Add(variable.Get("name").Text() ?? "");
        }

        foreach (var field in new[] { "command", "args" })
        {
            foreach (var (index, argument) in container.Root.Get(field).Texts().Index())
            {
                foreach (var name in Unknown(argument, known))
                    yield return Missing(workload, $"{container.Path}.{field}[{index}]", name);
            }
        }
    }

    private Finding Missing(WorkloadView workload, string path, string name) => Report(
        workload.Object, path, $"$({name}) is not set before it is used: the program would read it as text.", $"Set {name} earlier in 'env' or by 'envFrom', or write $$({name}) for the text.");

    private static IEnumerable<string>? Keys(Rendering rendering, WorkloadView workload, PodReference reference) => reference.Kind == "ConfigMap"
        ? rendering.Find("ConfigMap", workload.Namespace, reference.Name)?.Root.Get("data").Members().Select(member => member.Key)
        : rendering.Secrets(workload.Namespace, reference.Name).FirstOrDefault()?.Keys;

    private static IEnumerable<string> Unknown(string? text, HashSet<string> known)
        => Reference().Matches(text ?? "").Select(match => match.Groups["name"].Value).Where(name => name.Length > 0 && !known.Contains(name));

    // $$(X) is the text $(X).
    [GeneratedRegex(@"\$\$|\$\((?<name>[A-Za-z_.-][A-Za-z0-9_.-]{0,200})\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
