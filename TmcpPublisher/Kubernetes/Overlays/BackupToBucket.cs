using System.Net;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Components;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Secrets;
using Tmcp.Publisher.Kubernetes.Workloads;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Overlays;

/// <summary>Sends the backups of an environment to its bucket instead of a volume of the cluster.</summary>
internal static class BackupToBucket
{
    private const string Name = "backup-bucket";
    private const string ContainerPath = "/spec/jobTemplate/spec/template/spec/containers/0";

    internal static bool IsWanted(RenderPlan plan, EnvironmentPlace environment)
        => environment.Settings.BackupBucket is not null && plan.Components.For(environment).Any(component => component.Name == "backup");

    /// <summary>The keys of the bucket, which a person writes.</summary>
    internal static SecretSet Secrets(RenderPlan plan)
    {
        var key = $"{plan.Settings.VaultPrefix}/{Name}";
        string[] variables = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
        return new SecretSet(
            Name + "-secrets", false, [.. variables.Select(variable => new SecretDatum(variable, $"{Name}-keys", new SecretHome(key, variable)))], []);
    }

    internal static IReadOnlyList<YamlNode> Objects(RenderPlan plan, EnvironmentPlace environment) => !IsWanted(plan, environment) ? [] :
    [
        ExternalSecretObjects.Create(Secrets(plan)),
        PolicyObjects.Create(Name, Jobs(plan), [], [Egress(environment.Settings.BackupBucket!.Endpoint)]),
    ];

    internal static IEnumerable<KustomizePatch> Patches(RenderPlan plan, EnvironmentPlace environment)
    {
        if (!IsWanted(plan, environment))
            yield break;

        if (ExternalSecretObjects.Move(Secrets(plan), plan.Settings.VaultPrefix, environment.Settings.VaultPath) is { } move)
            yield return move;
        foreach (var store in BackupComponent.Stores(plan))
        {
            yield return KustomizePatch.Operations("CronJob", BackupComponent.Name(store), Operations(plan, store, environment.Settings.BackupBucket!));
            yield return KustomizePatch.Delete("v1", "PersistentVolumeClaim", BackupComponent.ClaimName(store));
        }
    }

    private static IEnumerable<YamlNode> Operations(RenderPlan plan, WorkloadPlan store, BackupBucket bucket)
    {
        var keys = Map(("secretRef", Map(("name", Text(Secrets(plan).SecretName)))));
        yield return KustomizePatch.Replace($"{ContainerPath}/args", Texts(BackupComponent.Arguments(store, bucket)));
        yield return WorkloadContainer.Sources(store).Any()
            ? KustomizePatch.Add($"{ContainerPath}/envFrom/-", keys)
            : KustomizePatch.Add($"{ContainerPath}/envFrom", List(keys));
        var variables = ListOrNull(Variable("AWS_REGION", bucket.Region), Variable("S3_ENDPOINT", bucket.Endpoint?.GetLeftPart(UriPartial.Authority)));
        if (variables is not null)
            yield return KustomizePatch.Add($"{ContainerPath}/env", variables);

        // What the claim was mounted for: nothing is left there, and the file on its way is in the temporary folder.
        yield return KustomizePatch.Remove($"{ContainerPath}/volumeMounts/0");
        yield return KustomizePatch.Remove("/spec/jobTemplate/spec/template/spec/volumes/0");
    }

    private static YamlMappingNode? Variable(string name, string? value) => value is null ? null : Map(("name", Text(name)), ("value", Text(value)));

    private static YamlMappingNode Jobs(RenderPlan plan) => Map(("matchExpressions", List(Map(
        ("key", Text("app")), ("operator", Text("In")), ("values", Texts(BackupComponent.Stores(plan).Select(BackupComponent.Name)))))));

    // Amazon's addresses change: a server that is known by name only may be any address, on its port alone.
    private static YamlMappingNode Egress(Uri? endpoint) => Map(
        ("to", List(endpoint is null ? Peers.Internet() : Peers.Block(IPAddress.TryParse(endpoint.Host, out var address) ? $"{address}/32" : "0.0.0.0/0"))),
        ("ports", List(Peers.Port(endpoint?.Port ?? 443))));
}
