using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Graphs that nobody would draw, consistent as the reader of manifests leaves them.</summary>
internal static class RandomGraphs
{
    private static readonly string[] Texts = ["plain", "a: b", "{\"json\":true}", "two\nlines", "$(HOME)", "$$", "", "yes", "010", " blank ", "ü😀", "#", "'\"`"];

    internal static SystemGraph Create(int seed)
    {
        var random = new Random(seed);
        var parameters = Enumerable.Range(0, random.Next(1, 8)).Select(index => Parameter(random, index)).ToList();
        var workloads = Enumerable.Range(0, random.Next(1, 9)).Select(index => Workload(random, index, parameters)).ToList();
        var outside = Enumerable.Range(0, random.Next(2)).Select(_ => new OutsideService("ollama", "ollama-service", [new WorkloadPort("http", 11434, 11434)])).ToList();
        var edges = new SortedSet<(string From, string To, string Port)>();
        for (var count = random.Next(12); count > 0; count--)
        {
            var to = workloads[random.Next(workloads.Count)];
            var from = workloads[random.Next(workloads.Count)];
            if (to.Ports.Count > 0 && from != to)
                edges.Add((from.Resource, to.Resource, to.Ports[random.Next(to.Ports.Count)].Name));
            if (outside.Count > 0 && random.Next(4) == 0)
                edges.Add((from.Resource, "ollama", "http"));
        }

        return new SystemGraph(
            [.. workloads.Select(workload => Call(workload, workloads, edges))],
            outside,
            parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal),
            [.. edges.Select(edge => new Edge(edge.From, edge.To, edge.Port))],
            []);
    }

    // The address of each callee stands in a variable, as it does in a graph: that is what makes an edge.
    private static Workload Call(Workload workload, List<Workload> all, SortedSet<(string From, string To, string Port)> edges)
    {
        var addresses = edges.Where(edge => edge.From == workload.Resource).Select((edge, index) =>
        {
            var (service, port) = edge.To == "ollama" ? ("ollama-service", 11434) : Address(all.First(other => other.Resource == edge.To), edge.Port);
            return new EnvironmentVariable($"CALLEE_{index}", TmcpGraph.Literal($"http://{service}:{port}"));
        });
        return workload with { Environment = [.. workload.Environment, .. addresses] };
    }

    private static (string Service, int Port) Address(Workload workload, string port) => (workload.Service!, workload.Ports.First(candidate => candidate.Name == port).ServicePort);

    private static Parameter Parameter(Random random, int index)
    {
        var secret = random.Next(2) == 0;
        return new Parameter($"parameter-{index}", secret, secret && random.Next(4) == 0, secret ? null : Text(random), secret && random.Next(2) == 0 ? new GenerateRules(22) : null);
    }

    private static Workload Workload(Random random, int index, List<Parameter> parameters)
    {
        var mode = (WorkloadMode)random.Next(5);
        var serves = mode is WorkloadMode.Stateless or WorkloadMode.SingleWriter;
        var ports = serves ? Enumerable.Range(0, random.Next(1, 3)).Select(port => new WorkloadPort($"port-{port}", random.Next(1, 65536), 80 + port)).ToList() : [];
        var name = $"workload-{index}";
        return new Workload
        {
            Resource = name,
            Name = name,
            Stem = $"w{index}",
            App = $"app-{index}",
            Component = "app",
            Mode = mode,
            Image = random.Next(2) == 0 ? TmcpGraph.Built($"image-{random.Next(3)}") : new ImageSource.External($"registry.example.org/other/image-{index}:1.{index}"),
            User = random.Next(2) == 0 ? 10001 : null,
            Schedule = mode == WorkloadMode.Cron ? "1 2 * * *" : null,
            Environment = [.. Enumerable.Range(0, random.Next(6)).Select(variable => new EnvironmentVariable($"VARIABLE_{variable}", Template(random, parameters, isVariable: true)))],
            Arguments = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Template(random, parameters, isVariable: false))],
            Ports = ports,
            Service = serves ? $"{name}-service" : null,
            Routes = serves && random.Next(2) == 0 ? [new Route($"/path-{index}", random.Next(2) == 0, ports[0].Name)] : [],
            Probes = serves ? new ProbeSet(null, new Probe("/health", ports[0].Name), new Probe(null, ports[0].Name)) : new ProbeSet(null, null, null),
            Resources = new ComputeResources("100m", "64Mi", "128Mi"),
            Replicas = mode == WorkloadMode.Stateless ? random.Next(1, 4) : 1,
            Volumes = mode == WorkloadMode.SingleWriter ? [new PersistentVolume("data", "/data", $"claim-{index}", "1Gi", false)] : [],
            WritablePaths = random.Next(2) == 0 ? ["/tmp"] : ["/tmp", "/data/../run", "/run"],
            ReachesInternet = random.Next(3) == 0,
        };
    }

    // An optional secret has a variable of its own or none: inside other text, and in an argument, the graph may not have it.
    private static TextTemplate Template(Random random, List<Parameter> parameters, bool isVariable)
    {
        var parameter = parameters[random.Next(parameters.Count)];
        TextPart value = parameter.IsSecret ? new TextPart.Secret(parameter.Name, random.Next(3) == 0) : new TextPart.Config(parameter.Name, random.Next(3) == 0);
        return (random.Next(3), parameter.IsOptional) switch
        {
            (0, _) => TmcpGraph.Literal(Text(random)),
            (1, false) => new TextTemplate([new TextPart.Literal(Text(random)), value, new TextPart.Literal(Text(random))]),
            (_, true) when !isVariable => TmcpGraph.Literal("x"),
            _ => new TextTemplate([value]),
        };
    }

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];
}
