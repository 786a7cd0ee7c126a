using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Makes a workload of a program whose names and ports are known.</summary>
internal sealed class WorkloadBuilder(TextResolver resolver, UsageLog usage, ImageBuilder images, MountBuilder mounts, ProblemList problems)
{
    private static readonly ComputeResources DefaultResources = new("100m", "128Mi", "512Mi");
    private static readonly string[] DefaultWritablePaths = ["/tmp"];

    internal Workload Build(ProgramPlan plan)
    {
        var (facts, resource, program) = (plan.Facts, plan.Resource, plan.Program);
        var environment = Environment(resource.Name, program).ToArray();
        var (volumes, files) = mounts.Build(plan);
        var (homes, optional) = SecretHomes(facts, environment);
        foreach (var parameter in optional)
            usage.MakeOptional(parameter);
        return new Workload
        {
            Resource = resource.Name,
            Name = plan.Name,
            Stem = plan.Stem,
            App = plan.App,
            Component = facts.Component ?? (plan.Mode is WorkloadMode.SingleWriter ? "data" : "app"),
            Mode = plan.Mode,
            Image = images.Build(plan),
            Command = program.Entrypoint is { Value.Length: > 0 } entrypoint ? [Text(resource.Name, entrypoint)] : [],
            Arguments = program.Arguments.Select(argument => Text(resource.Name, argument)).ToArray(),
            Environment = environment,
            Ports = plan.Ports,
            Service = plan.Service,
            Routes = facts.Routes.Select(route => Route(plan, route)).OfType<Route>().ToArray(),
            Probes = Probes(plan),
            Resources = new ComputeResources(
                facts.Cpu ?? DefaultResources.Cpu, facts.Memory ?? DefaultResources.Memory, facts.MemoryLimit ?? DefaultResources.MemoryLimit),
            Replicas = facts.Replicas ?? 1,
            Autoscale = facts.Autoscale,
            Schedule = facts.Schedule,
            User = facts.User,
            HasReadOnlyRoot = facts.HasReadOnlyRoot,
            Volumes = volumes,
            WritablePaths = WritablePaths(facts, volumes),
            ConfigFiles = files,
            AllowFrom = facts.AllowFrom,
            Backup = facts.Backup,
            ReachesInternet = facts.ReachesInternet,
            SecretHomes = homes,
        };
    }

    private IEnumerable<EnvironmentVariable> Environment(string resource, ManifestProgram program)
    {
        foreach (var (name, text) in program.Environment)
        {
            if (!KubernetesText.IsVariable(name))
                problems.Add(text.Path, $"'{name}' is no name of a variable. Use letters, digits, '_', '-' and '.', and begin with no digit.");

            var value = resolver.Resolve(text);
            if (!value.IsNoTls)
                yield return new EnvironmentVariable(name, Template(resource, value, text.Path));
        }
    }

    private TextTemplate Text(string resource, ManifestText text) => Template(resource, resolver.Resolve(text), text.Path);

    private TextTemplate Template(string resource, ResolvedText value, string path)
    {
        var template = usage.Use(resource, value, path);
        if (template.Parts.Any(part => part is TextPart.Literal literal && literal.Text.Contains('\0', StringComparison.Ordinal)))
            problems.Add(path, "holds a NUL character, which no variable and no argument can. Remove it.");
        return template;
    }

    private Route? Route(ProgramPlan plan, RouteFacts route)
    {
        if (plan.Service is null)
            problems.Add(route.Path, $"'{plan.Resource.Name}' has no Service, so nothing can be routed to it. Remove the path, or give the resource a binding.");
        else if (plan.FindPort(route.Port) is { Protocol: "TCP" } port)
            return new Route(route.RoutePath, route.StripPrefix && route.RoutePath != "/", port.Name);
        else
            RefusePort(plan, route.Port, route.Path);
        return null;
    }

    private ProbeSet Probes(ProgramPlan plan)
    {
        if (plan.Facts.Probes is not { } probes)
            return plan.FindPort(null) is { } port && plan.Mode is not (WorkloadMode.Job or WorkloadMode.Cron) ? Connects(port.Name) : new ProbeSet(null, null, null);

        return new ProbeSet(Probe(plan, probes.Startup), Probe(plan, probes.Ready), Probe(plan, probes.Live));
    }

    private static ProbeSet Connects(string port) => new(new Probe(null, port), new Probe(null, port), new Probe(null, port));

    private Probe? Probe(ProgramPlan plan, OneProbeFacts? probe)
    {
        if (probe is null)
            return null;
        if (plan.FindPort(probe.Port) is { Protocol: "TCP" } port)
            return new Probe(probe.HttpPath, port.Name, probe.Seconds);

        RefusePort(plan, probe.Port, probe.Path);
        return null;
    }

    private void RefusePort(ProgramPlan plan, string? port, string path) => problems.Add(
        path,
        port is null
            ? $"'{plan.Resource.Name}' has no TCP port. Give it a binding."
            : $"'{plan.Resource.Name}' has no TCP port '{port}'. {Suggestion.Sentence(port, plan.Endpoints.Where(endpoint => endpoint.IsServed).Select(endpoint => endpoint.Binding))}");

    private static string[] WritablePaths(KubernetesFacts facts, IReadOnlyList<PersistentVolume> volumes) =>
        (facts.WritablePaths ?? DefaultWritablePaths).Distinct(StringComparer.Ordinal).Where(path => volumes.All(volume => volume.MountPath != path)).ToArray();

    private (IReadOnlyDictionary<string, SecretHome> Homes, IReadOnlyList<string> Optional) SecretHomes(
        KubernetesFacts facts, IReadOnlyList<EnvironmentVariable> environment)
    {
        var homes = new SortedDictionary<string, SecretHome>(StringComparer.Ordinal);
        var optional = new List<string>();
        foreach (var (name, secret) in facts.Secrets)
        {
            var variable = environment.FirstOrDefault(variable => variable.Name == name);
            var parameters = variable is not null
                ? variable.Value.Parts.OfType<TextPart.Secret>().Select(part => part.Parameter).ToArray()
                : environment.SelectMany(other => other.Value.Parts).OfType<TextPart.Secret>().Any(part => part.Parameter == name) ? [name] : [];
            if (parameters.Length == 0)
            {
                problems.Add(secret.Path, variable is null
                    ? $"'{facts.For}' has no variable and no secret parameter '{name}'. {Suggestion.Sentence(name, Secrets(environment))}"
                    : $"the variable '{name}' holds no secret. Remove the entry, or make its parameter a secret.");
            }

            if (secret.Key is not null)
                homes.Add(name, new SecretHome(secret.Key, secret.Property ?? name.ToUpperInvariant().Replace('-', '_')));
            if (secret.IsOptional)
                optional.AddRange(parameters);
        }

        return (homes, optional);
    }

    private static IEnumerable<string> Secrets(IReadOnlyList<EnvironmentVariable> environment) => environment
        .Where(variable => variable.Value.IsSecret)
        .SelectMany(variable => variable.Value.Parts.OfType<TextPart.Secret>().Select(part => part.Parameter).Prepend(variable.Name))
        .Distinct(StringComparer.Ordinal);
}
