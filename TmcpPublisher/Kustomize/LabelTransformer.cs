using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Adds labels to objects, and where asked to the templates and selectors in them.</summary>
internal static class LabelTransformer
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "pairs", "includeTemplates", "includeSelectors" };

    internal static void Apply(Kustomization kustomization, IReadOnlyList<KubeObject> objects)
    {
        foreach (var (index, entry) in kustomization.Root.Get("labels").Items().Index())
        {
            Kustomization.RequireFields(kustomization.File, entry, $"labels[{index}].", Fields);
            var pairs = entry.Get("pairs").TextMembers();
            var selectors = entry.Get("includeSelectors").IsTrue();
            var templates = selectors || entry.Get("includeTemplates").IsTrue();
            foreach (var item in objects)
                Apply(item, pairs, templates, selectors);
        }
    }

    private static void Apply(KubeObject item, Dictionary<string, string> pairs, bool templates, bool selectors)
    {
        Set(item.Root.Ensure("metadata").Ensure("labels"), pairs);
        if (templates)
        {
            foreach (var template in Templates(item))
                Set(template.Ensure("metadata").Ensure("labels"), pairs);
        }

        if (selectors)
        {
            foreach (var selector in Selectors(item))
                Set(selector, pairs);
        }
    }

    private static IEnumerable<JsonObject> Templates(KubeObject item)
    {
        if (item.Kind != "Pod" && PodSpecs.Template(item) is { } template)
            yield return template;
        if (item.Root.Get("spec", "jobTemplate") is JsonObject job)
            yield return job;
        foreach (var claim in item.Root.Get("spec", "volumeClaimTemplates").Items().OfType<JsonObject>())
            yield return claim;
    }

    private static IEnumerable<JsonObject> Selectors(KubeObject item)
    {
        var spec = item.Root.Get("spec");
        var found = item.Kind switch
        {
            "Service" => [spec.Get("selector")],
            "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" => [(spec as JsonObject)?.Ensure("selector").Ensure("matchLabels")],
            "Job" or "PodDisruptionBudget" => [spec.Get("selector", "matchLabels")],
            "CronJob" => [spec.Get("jobTemplate", "spec", "selector", "matchLabels")],
            "NetworkPolicy" => Peers(spec).Append(spec).Select(peer => peer.Get("podSelector", "matchLabels")),
            _ => Enumerable.Empty<JsonNode?>(),
        };
        var inPods = PodSpecs.Find(item).Get("topologySpreadConstraints").Items().Select(constraint => constraint.Get("labelSelector", "matchLabels"));
        return found.Concat(item.Kind is "Deployment" or "StatefulSet" ? inPods : []).OfType<JsonObject>();
    }

    private static IEnumerable<JsonNode?> Peers(JsonNode? spec) => spec.Get("ingress").Items().SelectMany(rule => rule.Get("from").Items())
        .Concat(spec.Get("egress").Items().SelectMany(rule => rule.Get("to").Items()));

    private static void Set(JsonObject labels, Dictionary<string, string> pairs)
    {
        foreach (var (key, value) in pairs)
            labels[key] = value;
    }
}
