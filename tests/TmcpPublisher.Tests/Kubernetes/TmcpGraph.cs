using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>TMCP's graph as the cluster knows it: names, ports, paths and keys of the store.</summary>
internal static class TmcpGraph
{
    private const string AdminPassword = "pocketbase-admin-password";

    /// <summary>What the graph holds today: the database, the bridge, the agent, and the model server outside.</summary>
    internal static SystemGraph Today() => new(
        [PocketBase(), Bridge(), Agent()],
        [new OutsideService("ollama", "ollama-service", [new WorkloadPort("http", 11434, 11434)])],
        Parameters(),
        [
            new Edge("agent", "bridge", "http"),
            new Edge("agent", "ollama", "http"),
            new Edge("agent", "pocketbase", "http"),
            new Edge("bridge", "pocketbase", "http"),
        ],
        []);

    /// <summary>The whole system, with what joins later: cache, front ends, search, and the agent that reads logs.</summary>
    internal static SystemGraph Whole()
    {
        var today = Today();
        return today with
        {
            Workloads = [PocketBase(), Redis(), Bridge(), AgentWithCache(), Hub(), Blog(), Elasticsearch(), AiOps()],
            Edges =
            [
                .. today.Edges,
                new Edge("agent", "redis", "tcp"),
                new Edge("aiops-agent", "elasticsearch", "http"),
                new Edge("aiops-agent", "ollama", "http"),
                new Edge("blog", "pocketbase", "http"),
            ],
        };
    }

    internal static Workload PocketBase() => new()
    {
        Resource = "pocketbase",
        Name = "pocketbase",
        Stem = "pb",
        App = "pocketbase",
        Component = "data",
        Mode = WorkloadMode.SingleWriter,
        Image = Built("tmcp-dashboard"),
        User = 10001,
        Environment = [Variable("PB_ADMIN_EMAIL", Config("pocketbase-admin-email")), Variable("PB_ADMIN_PASSWORD", Secret(AdminPassword))],
        Ports = [new WorkloadPort("http", 8090, 80)],
        Service = "pb-service",
        Routes = [new Route("/pb", StripPrefix: true, "http")],
        Probes = new ProbeSet(new Probe("/api/health", "http", 120), new Probe("/api/health", "http"), new Probe("/api/health", "http")),
        Resources = new ComputeResources("100m", "128Mi", "512Mi"),
        Volumes = [new PersistentVolume("pb-data", "/pb/pb_data", "pb-data-pvc", "1Gi", ReadOnly: false)],
        WritablePaths = ["/tmp"],
        AllowFrom = [new OutsideCaller("video-creater")],
        Backup = new BackupPlan("pocketbase"),
        SecretHomes = new Dictionary<string, SecretHome> { ["PB_ADMIN_PASSWORD"] = new("tmcp/video-creater", "PB_ADMIN_PASSWORD") },
    };

    internal static Workload Bridge() => new()
    {
        Resource = "bridge",
        Name = "mcp-bridge",
        Stem = "bridge",
        App = "bridge",
        Component = "app",
        Mode = WorkloadMode.Stateless,
        Image = Built("tmcp-m-bridge"),
        User = 10001,
        Environment =
        [
            Variable("OTEL_SERVICE_NAME", Literal("bridge")),
            Variable("POCKETBASE_URL", Literal("http://pb-service")),
            Variable("POCKETBASE_USER", Config("pocketbase-admin-email")),
            Variable("POCKETBASE_PASSWORD", Secret(AdminPassword)),
        ],
        Ports = [new WorkloadPort("http", 7999, 80)],
        Service = "bridge-service",
        Probes = HealthProbes(),
        Resources = new ComputeResources("100m", "128Mi", "256Mi"),
        Autoscale = new Autoscale(2, 4),
        WritablePaths = ["/tmp"],
        SecretHomes = new Dictionary<string, SecretHome> { ["POCKETBASE_PASSWORD"] = new("tmcp/bridge", "POCKETBASE_PASSWORD") },
    };

    internal static Workload Agent() => new()
    {
        Resource = "agent",
        Name = "marketing-agent",
        Stem = "agent",
        App = "agent",
        Component = "app",
        Mode = WorkloadMode.Stateless,
        Image = Built("tmcp-agents"),
        User = 10001,
        Environment =
        [
            Variable("OTEL_SERVICE_NAME", Literal("agent")),
            Variable("MCP_SERVER_URL", Literal("http://bridge-service/sse")),
            Variable("PB_URL", Literal("http://pb-service")),
            Variable("OLLAMA_BASE_URL", Literal("http://ollama-service:11434")),
            Variable("OLLAMA_MODEL", Config("ollama-model")),
            Variable("LANGSMITH_PROJECT", Config("langsmith-project")),
            Variable("LANGSMITH_API_KEY", Secret("langsmith-api-key")),
            Variable("POCKETBASE_PASSWORD", Secret(AdminPassword)),
        ],
        Ports = [new WorkloadPort("http", 8000, 80)],
        Service = "agent-service",
        Routes = [new Route("/api/agent", StripPrefix: true, "http")],
        Probes = HealthProbes(),
        Resources = new ComputeResources("200m", "256Mi", "1Gi"),
        Replicas = 2,
        WritablePaths = ["/tmp"],
        ReachesInternet = true,
        SecretHomes = new Dictionary<string, SecretHome> { ["POCKETBASE_PASSWORD"] = new("tmcp/agent", "POCKETBASE_PASSWORD") },
    };

    internal static Workload AgentWithCache() => Agent() with
    {
        Environment = [.. Agent().Environment, Variable("ConnectionStrings__redis", Mixed("redis-service:6379,password=", "redis-password"))],
    };

    internal static Workload Redis() => new()
    {
        Resource = "redis",
        Name = "redis",
        Stem = "redis",
        App = "redis",
        Component = "data",
        Mode = WorkloadMode.SingleWriter,
        Image = new ImageSource.External("docker.io/library/redis:8.2"),
        User = 999,
        Command = [Literal("redis-server")],
        Arguments = [Literal("--requirepass"), Secret("redis-password")],
        Ports = [new WorkloadPort("tcp", 6379, 6379)],
        Service = "redis-service",
        Probes = new ProbeSet(null, new Probe(null, "tcp"), new Probe(null, "tcp")),
        Resources = new ComputeResources("50m", "64Mi", "256Mi"),
        Volumes = [new PersistentVolume("redis-data", "/data", "redis-pvc", "1Gi", ReadOnly: false)],
        Backup = new BackupPlan("redis", "47 2 * * *", 3, "1Gi"),
    };

    internal static Workload Hub() => new()
    {
        Resource = "hub",
        Name = "marketing-hub",
        Stem = "hub",
        App = "hub",
        Component = "web",
        Mode = WorkloadMode.Stateless,
        Image = Built("tmcp-marketing-hub"),
        User = 101,
        Ports = [new WorkloadPort("http", 80, 80)],
        Service = "hub-service",
        Routes = [new Route("/hub", StripPrefix: true, "http")],
        Probes = new ProbeSet(null, new Probe("/", "http"), new Probe("/", "http")),
        Resources = new ComputeResources("25m", "32Mi", "128Mi"),
        Autoscale = new Autoscale(2, 4),
        WritablePaths = ["/tmp", "/var/cache/nginx"],
        ConfigFiles = [new ConfigFiles("site", "/etc/nginx/conf.d", IsFile: false, new Dictionary<string, string> { ["default.conf"] = "server {\n  listen 80;\n  location / { try_files $uri /index.html; }\n}\n" })],
    };

    internal static Workload Blog() => new()
    {
        Resource = "blog",
        Name = "astro-blog",
        Stem = "blog",
        App = "blog",
        Component = "web",
        Mode = WorkloadMode.Stateless,
        Image = Built("tmcp-blog"),
        User = 10001,
        Environment = [Variable("PUBLIC_PB_URL", Literal("http://pb-service"))],
        Ports = [new WorkloadPort("http", 4321, 80)],
        Service = "blog-service",
        Routes = [new Route("/", StripPrefix: false, "http")],
        Probes = new ProbeSet(null, new Probe("/", "http"), new Probe("/", "http")),
        Resources = new ComputeResources("50m", "96Mi", "256Mi"),
    };

    internal static Workload Elasticsearch() => new()
    {
        Resource = "elasticsearch",
        Name = "elasticsearch",
        Stem = "elasticsearch",
        App = "elasticsearch",
        Component = "data",
        Mode = WorkloadMode.SingleWriter,
        Image = new ImageSource.External("docker.elastic.co/elasticsearch/elasticsearch:8.19.0"),
        User = 1000,
        Environment = [Variable("discovery.type", Literal("single-node")), Variable("xpack.security.enabled", Literal("false"))],
        Ports = [new WorkloadPort("http", 9200, 9200)],
        Service = "elasticsearch-service",
        Probes = new ProbeSet(new Probe("/_cluster/health", "http", 180), new Probe("/_cluster/health", "http"), new Probe(null, "http")),
        Resources = new ComputeResources("500m", "1Gi", "2Gi"),
        Volumes = [new PersistentVolume("data", "/usr/share/elasticsearch/data", "elasticsearch-pvc", "5Gi", ReadOnly: false)],
        WritablePaths = ["/tmp", "/usr/share/elasticsearch/logs", "/usr/share/elasticsearch/config"],
        AllowFrom = [new OutsideCaller("fluentd", "tmcp-logging")],
    };

    internal static Workload AiOps() => new()
    {
        Resource = "aiops-agent",
        Name = "aiops-agent",
        Stem = "aiops-agent",
        App = "aiops-agent",
        Component = "app",
        Mode = WorkloadMode.Stateless,
        Image = Built("tmcp-aiops-agent"),
        User = 10001,
        Environment =
        [
            Variable("ELASTICSEARCH_URL", Literal("http://elasticsearch-service:9200")),
            Variable("OLLAMA_BASE_URL", Literal("http://ollama-service:11434")),
            Variable("DISCORD_WEBHOOK_URL", Secret("discord-webhook-url")),
        ],
        Ports = [new WorkloadPort("http", 8000, 80)],
        Service = "aiops-agent-service",
        Probes = HealthProbes(),
        Resources = new ComputeResources("100m", "128Mi", "512Mi"),
        AllowFrom = [new OutsideCaller("fluentd", "tmcp-logging")],
        ReachesInternet = true,
    };

    /// <summary>Today's graph with one workload changed.</summary>
    internal static SystemGraph With(string resource, Func<Workload, Workload> change)
    {
        var today = Today();
        return today with { Workloads = [.. today.Workloads.Select(workload => workload.Resource == resource ? change(workload) : workload)] };
    }

    /// <summary>Today's graph with one more parameter.</summary>
    internal static SystemGraph And(this SystemGraph graph, params Parameter[] parameters)
        => graph with { Parameters = graph.Parameters.Values.Concat(parameters).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal) };

    internal static EnvironmentVariable Variable(string name, TextTemplate value) => new(name, value);

    internal static TextTemplate Literal(string text) => new([new TextPart.Literal(text)]);

    internal static TextTemplate Config(string parameter) => new([new TextPart.Config(parameter)]);

    internal static TextTemplate Secret(string parameter) => new([new TextPart.Secret(parameter)]);

    internal static TextTemplate Mixed(string text, string secret) => new([new TextPart.Literal(text), new TextPart.Secret(secret)]);

    internal static ImageSource Built(string repository) => new ImageSource.Built(repository, new ImageBuild(".", $"images/{repository}/Dockerfile", null, null, []));

    private static ProbeSet HealthProbes() => new(new Probe("/alive", "http", 60), new Probe("/health", "http"), new Probe("/alive", "http"));

    private static Dictionary<string, Parameter> Parameters() => new Parameter[]
    {
        new("pocketbase-admin-email", false, false, "admin@tmcp.local", null),
        new(AdminPassword, true, false, null, new GenerateRules(22)),
        new("ollama-model", false, false, "qwen3:4b-instruct-2507-q4_K_M", null),
        new("langsmith-project", false, false, "tmcp-marketing", null),
        new("langsmith-api-key", true, true, null, null),
        new("redis-password", true, false, null, new GenerateRules(32, Special: false)),
        new("discord-webhook-url", true, false, null, null),
    }.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
}
