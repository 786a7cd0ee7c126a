using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Secrets;
using Tmcp.Publisher.Kubernetes.Workloads;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Components;

/// <summary>
/// The Aspire dashboard as a receiver of telemetry. It has no public route; who looks at it forwards a port and knows the token, who sends
/// to it has the key.
/// </summary>
internal static class DashboardComponent
{
    internal const string Name = "aspire-dashboard";

    private const string Image = "mcr.microsoft.com/dotnet/aspire-dashboard:13.5";
    private const string Service = Name + "-service";
    private const string TokenKey = "DASHBOARD__FRONTEND__BROWSERTOKEN";
    private const string OtlpKey = "DASHBOARD__OTLP__PRIMARYAPIKEY";
    private const int FrontendPort = 18888;
    private const int OtlpPort = 18889;

    // The image runs as the user "app" of .NET's own images.
    private const int DotnetUser = 1654;

    internal static Component Create(RenderPlan plan)
    {
        var senders = plan.Workloads.Where(SendsTelemetry).ToList();
        if (senders.Count == 0)
            return new Component("dashboard");

        var secrets = Secrets(plan);
        foreach (var kind in new[] { "Deployment", "label app", "NetworkPolicy" })
            plan.Names.Claim(kind, Name, "components/dashboard");
        plan.Names.Claim("Service", Service, "components/dashboard");
        plan.Names.Claim("NetworkPolicy", Name + "-senders", "components/dashboard");
        return new Component("dashboard")
        {
            Images = [new ImageSource.External(Image)],
            Secrets = [secrets],
            Files =
            [
                ("workload.yaml", [Deployment(secrets)]),
                ("service.yaml", [ServiceObjects.Create(Service, Name, Ports().Select(port => ServiceObjects.Port(port, Text(port.Name))))]),
                ("externalsecret.yaml", [ExternalSecretObjects.Create(secrets)]),
                ("networkpolicy.yaml", Policies(senders)),
            ],
            Patches = [.. senders.Select(sender => Patch(sender, secrets))],
        };
    }

    /// <summary>What the dashboard reads from the store.</summary>
    internal static SecretSet Secrets(RenderPlan plan)
    {
        var key = $"{plan.Settings.VaultPrefix}/{Name}";
        return new SecretSet(Name + "-secrets", false,
        [
            new SecretDatum(TokenKey, "dashboard-browser-token", new SecretHome(key, "BROWSER_TOKEN")),
            new SecretDatum(OtlpKey, "dashboard-otlp-key", new SecretHome(key, "OTLP_API_KEY")),
        ], []);
    }

    // The OpenTelemetry SDK is told its name by the manifest; nothing else of a workload says that it sends.
    private static bool SendsTelemetry(WorkloadPlan workload)
        => workload.Workload.Mode is not WorkloadMode.Job
            && workload.Workload.Environment.Any(variable => variable.Name.StartsWith("OTEL_", StringComparison.Ordinal));

    private static WorkloadPort[] Ports() => [new("http", FrontendPort, FrontendPort), new("otlp", OtlpPort, OtlpPort)];

    private static YamlMappingNode Deployment(SecretSet secrets) => KubernetesObject.Create(
        "apps/v1",
        "Deployment",
        KubernetesObject.Metadata(Name, Map(("app", Text(Name)), ("app.kubernetes.io/name", Text(Name)), ("app.kubernetes.io/component", Text("telemetry")))),
        ("spec", Map(
            ("replicas", Number(1)),
            ("strategy", Map(("type", Text("Recreate")))),
            ("revisionHistoryLimit", Number(3)),
            ("selector", KubernetesObject.Selector(Name)),
            ("template", Map(
                ("metadata", Map(("labels", Map(("app", Text(Name)), ("app.kubernetes.io/name", Text(Name)))))),
                ("spec", Map(
                    ("automountServiceAccountToken", Flag(false)),
                    ("enableServiceLinks", Flag(false)),
                    ("securityContext", SecurityContexts.ForPod(DotnetUser)),
                    ("containers", List(Container(secrets))),
                    ("volumes", List(WorkloadVolumes.Scratch("tmp", "64Mi"), WorkloadVolumes.Scratch("home", "64Mi"))))))))));

    private static YamlMappingNode Container(SecretSet secrets) => Map(
        ("name", Text("dashboard")),
        ("image", Text(Image)),
        ("imagePullPolicy", Text("IfNotPresent")),
        ("ports", List(Ports().Select(port => Map(("name", Text(port.Name)), ("containerPort", Number(port.ContainerPort)))))),
        ("envFrom", List(Map(("secretRef", Map(("name", Text(secrets.SecretName))))))),
        ("env", List(
            Value("ASPNETCORE_URLS", $"http://+:{FrontendPort}"),
            Value("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", $"http://+:{OtlpPort}"),
            Value("DASHBOARD__FRONTEND__AUTHMODE", "BrowserToken"),
            Value("DASHBOARD__OTLP__AUTHMODE", "ApiKey"),
            Value("DASHBOARD__APPLICATIONNAME", SharedNames.System))),
        ("startupProbe", Probes.Startup(new Probe(null, "http", 60))),
        ("readinessProbe", Probes.Readiness(new Probe(null, "http"))),
        ("livenessProbe", Probes.Liveness(new Probe(null, "http"))),
        ("resources", WorkloadContainer.Resources(new ComputeResources("50m", "128Mi", "512Mi"))),
        ("securityContext", SecurityContexts.ForContainer()),
        ("volumeMounts", List(WorkloadVolumes.Mount("tmp", "/tmp", readOnly: false), WorkloadVolumes.Mount("home", "/home/app", readOnly: false))));

    private static IReadOnlyList<YamlNode> Policies(List<WorkloadPlan> senders) =>
    [
        PolicyObjects.Create(
            Name,
            KubernetesObject.Selector(Name),
            [Map(("from", List(senders.Select(sender => Peers.Pods(sender.Workload.App)))), ("ports", List(Peers.Port(OtlpPort))))],
            []),
        PolicyObjects.Create(
            Name + "-senders",
            Map(("matchExpressions", List(Map(
                ("key", Text("app")), ("operator", Text("In")), ("values", Texts(senders.Select(sender => sender.Workload.App))))))),
            [],
            [Map(("to", List(Peers.Pods(Name))), ("ports", List(Peers.Port(OtlpPort))))]),
    ];

    // The key comes before the header that holds it: Kubernetes expands only what it has read.
    private static KustomizePatch Patch(WorkloadPlan sender, SecretSet secrets)
    {
        var list = $"{sender.PodPath}/containers/0/env";
        List<YamlNode> variables =
        [
            Map(("name", Text("OTLP_API_KEY")), ("valueFrom", Map(("secretKeyRef", Map(("name", Text(secrets.SecretName)), ("key", Text(OtlpKey))))))),
            Value("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{Service}:{OtlpPort}"),
            Value("OTEL_EXPORTER_OTLP_HEADERS", "x-otlp-api-key=$(OTLP_API_KEY)"),
            Value("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        ];
        if (!sender.Workload.Environment.Any(variable => variable.Name == "OTEL_SERVICE_NAME"))
            variables.Add(Value("OTEL_SERVICE_NAME", sender.Workload.Resource));
        return KustomizePatch.Operations(
            sender.Kind,
            sender.Workload.Name,
            sender.PodVariables.Count == 0 ? [KustomizePatch.Add(list, List(variables))] : variables.Select(variable => KustomizePatch.Add(list + "/-", variable)));
    }

    private static YamlMappingNode Value(string name, string value) => Map(("name", Text(name)), ("value", Text(value)));
}
