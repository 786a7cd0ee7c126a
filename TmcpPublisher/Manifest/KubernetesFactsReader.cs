using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary>Reads an entry of type <c>tmcp.kubernetes.v0</c>. It is our own type: an unknown member is an error.</summary>
internal static class KubernetesFactsReader
{
    internal const string Type = "tmcp.kubernetes.v0";

    private static readonly Dictionary<string, WorkloadMode?> Modes = new(StringComparer.Ordinal)
    {
        ["stateless"] = WorkloadMode.Stateless,
        ["single-writer"] = WorkloadMode.SingleWriter,
        ["worker"] = WorkloadMode.Worker,
        ["job"] = WorkloadMode.Job,
        ["cron"] = WorkloadMode.Cron,
        ["external"] = null,
    };

    /// <summary>Null after a problem was noted.</summary>
    internal static KubernetesFacts? Read(JsonPlace place)
    {
        place.RefuseUnknown(
            "type", "for", "workload", "service", "expose", "probes", "resources", "volumes", "mounts", "secrets", "allowFrom", "egress", "egressTo", "writable", "backup");
        if (place.Require("for")?.AsText() is not { } target)
            return null;

        var facts = new KubernetesFacts
        {
            Path = place.Path,
            For = target,
            Routes = place.Find("expose")?.Items().Select(FactsOfPorts.ReadRoute).ToArray() ?? [],
            Probes = place.Find("probes") is { } probes ? FactsOfPorts.ReadProbes(probes) : null,
            Volumes = ByName(place.Find("volumes"), FactsOfStorage.ReadVolume),
            Mounts = ByName(place.Find("mounts"), FactsOfStorage.ReadMount),
            Secrets = ByName(place.Find("secrets"), FactsOfStorage.ReadSecret),
            AllowFrom = place.Find("allowFrom")?.Items().Select(ReadCaller).ToArray() ?? [],
            ReachesInternet = ReadEgress(place.Find("egress")),
            EgressTo = place.Find("egressTo")?.Items().Select(ManifestReader.TextOf).OfType<ManifestText>().ToArray() ?? [],
            WritablePaths = place.Find("writable")?.Items().Select(FactsOfStorage.ReadFolder).OfType<string>().ToArray(),
            Backup = place.Find("backup") is { } backup ? FactsOfStorage.ReadBackup(backup) : null,
        };
        return ReadResources(ReadService(ReadWorkload(facts, place.Find("workload")), place.Find("service")), place.Find("resources"));
    }

    private static KubernetesFacts ReadWorkload(KubernetesFacts facts, JsonPlace? place)
    {
        place?.RefuseUnknown("name", "short", "app", "component", "image", "mode", "user", "readOnlyRoot", "replicas", "autoscale", "schedule");
        if (place is null)
            return facts;

        var mode = place.Text("mode");
        WorkloadMode? known = null;
        if (mode is not null && !Modes.TryGetValue(mode, out known))
            place.Find("mode")!.Refuse($"is '{mode}'. {Suggestion.Sentence(mode, Modes.Keys)}");
        return facts with
        {
            Name = place.Find("name")?.AsLabel(),
            Short = place.Find("short")?.AsLabel(),
            App = place.Find("app")?.AsLabel(),
            Component = place.Find("component")?.AsLabel(),
            Image = place.Find("image")?.AsImageName(),
            Mode = known,
            IsExternal = mode == "external",
            User = place.Find("user")?.AsInteger(1, int.MaxValue),
            HasReadOnlyRoot = place.Flag("readOnlyRoot", otherwise: true),
            Replicas = place.Find("replicas")?.AsInteger(1, 1000),
            Autoscale = place.Find("autoscale") is { } autoscale ? ReadAutoscale(autoscale) : null,
            Schedule = place.Find("schedule")?.AsSchedule(),
        };
    }

    private static Autoscale ReadAutoscale(JsonPlace place)
    {
        place.RefuseUnknown("min", "max", "cpuPercent");
        var plan = new Autoscale(
            place.Require("min")?.AsInteger(2, 1000) ?? 2,
            place.Require("max")?.AsInteger(2, 1000) ?? 1000,
            place.Find("cpuPercent")?.AsInteger(1, 100) ?? 70);
        if (plan.Max < plan.Min)
            place.Refuse($"has 'max' {plan.Max} below 'min' {plan.Min}. Raise 'max'.");
        return plan;
    }

    private static KubernetesFacts ReadService(KubernetesFacts facts, JsonPlace? place)
    {
        place?.RefuseUnknown("name", "ports");
        return facts with { Service = place?.Find("name")?.AsLabel(), Ports = ByName(place?.Find("ports"), FactsOfPorts.ReadPort) };
    }

    private static KubernetesFacts ReadResources(KubernetesFacts facts, JsonPlace? place)
    {
        place?.RefuseUnknown("cpu", "memory", "memoryLimit");
        return facts with
        {
            Cpu = place?.Find("cpu")?.AsQuantity(),
            Memory = place?.Find("memory")?.AsQuantity(),
            MemoryLimit = place?.Find("memoryLimit")?.AsQuantity(),
        };
    }

    private static OutsideCaller ReadCaller(JsonPlace place)
    {
        place.RefuseUnknown("app", "namespace");
        return new OutsideCaller(place.Require("app")?.AsLabel() ?? "", place.Find("namespace")?.AsLabel());
    }

    private static bool ReadEgress(JsonPlace? place)
    {
        var reaches = false;
        foreach (var item in place?.Items() ?? [])
        {
            if (item.AsText() is "internet")
                reaches = true;
            else
                item.Refuse("is not known. Write 'internet', or name a resource under 'egressTo'.");
        }

        return reaches;
    }

    private static Dictionary<string, T> ByName<T>(JsonPlace? place, Func<JsonPlace, T> read) =>
        place?.Members().ToDictionary(member => member.Name, member => read(member.Place), StringComparer.Ordinal) ?? [];
}
