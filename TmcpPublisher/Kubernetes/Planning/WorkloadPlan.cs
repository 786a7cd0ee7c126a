using System.Security.Cryptography;
using System.Text;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Secrets;
using Tmcp.Publisher.Kubernetes.Workloads;
using Tmcp.Publisher.Yaml;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>A workload with what the whole graph decides of it.</summary>
internal sealed class WorkloadPlan(Workload workload, RenderPlan plan)
{
    internal Workload Workload { get; } = workload;

    internal RenderPlan Plan { get; } = plan;

    internal WorkloadSecrets Secrets { get; } = plan.Secrets.Of(workload);

    internal string ConfigName { get; } = workload.Stem + "-config";

    /// <summary>Kind of the object that runs its pods.</summary>
    internal string Kind => Workload.Mode switch
    {
        WorkloadMode.SingleWriter => "StatefulSet",
        WorkloadMode.Job => "Job",
        WorkloadMode.Cron => "CronJob",
        _ => "Deployment",
    };

    /// <summary>Path of its pod's description inside that object.</summary>
    internal string PodPath => Workload.Mode == WorkloadMode.Cron ? "/spec/jobTemplate/spec/template/spec" : "/spec/template/spec";

    /// <summary>Variables that a ConfigMap delivers, ordered by name.</summary>
    internal IReadOnlyList<EnvironmentVariable> ConfigVariables
        => [.. Workload.Environment.Where(variable => Delivery(variable) == VariableDelivery.ConfigMap).OrderBy(variable => variable.Name, StringComparer.Ordinal)];

    /// <summary>Variables that the pod itself carries: mixed with a secret, or with a name that kustomize reads wrongly.</summary>
    internal IReadOnlyList<EnvironmentVariable> PodVariables
        => [.. Workload.Environment.Where(variable => Delivery(variable) == VariableDelivery.Pod)];

    /// <summary>Values of the ConfigMap as far as they are known.</summary>
    /// <param name="environment">Null: the base.</param>
    internal IReadOnlyList<KeyValuePair<string, string>> ConfigValues(string? environment)
        => [.. ConfigVariables
            .Select(variable => (variable.Name, Value: PlainText(variable.Value, environment)))
            .Where(entry => entry.Value is not null)
            .Select(entry => KeyValuePair.Create(entry.Name, entry.Value!))];

    /// <summary>A value as the kubelet reads it: secrets by <c>$(VARIABLE)</c>, everything else literally.</summary>
    /// <param name="template">The value.</param>
    /// <param name="environment">Null: the base, where a value that only environments know is empty.</param>
    internal string ExpandedText(TextTemplate template, string? environment)
    {
        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            switch (part)
            {
                case TextPart.Literal literal:
                    text.Append(literal.Text);
                    break;
                case TextPart.Config config:
                    text.Append(Plan.Parameters.Find(config, environment));
                    break;
                case TextPart.Secret secret:
                    text.Append(ExpansionText.Reference(Secrets.VariableOf(secret)));
                    break;
            }
        }

        return ExpansionText.Escape(text.ToString());
    }

    /// <summary>Name of its object. A Job cannot be changed, so each description has a name of its own.</summary>
    internal string ObjectName(string? environment)
        => Workload.Mode == WorkloadMode.Job ? $"{Workload.Name}-{Fingerprint(environment)}" : Workload.Name;

    internal void ClaimNames(NameRegister names)
    {
        var resource = Workload.Resource;
        names.Claim("folder", resource, resource);
        names.Claim("label app", Workload.App, resource);
        names.Claim("NetworkPolicy", resource, resource);
        names.Claim("ConfigMap", ConfigName, resource);
        names.Claim(Kind, ObjectName(null), resource);
        if (Workload.Service is { } service)
            names.Claim("Service", service, resource);
        foreach (var files in Workload.ConfigFiles)
            names.Claim("ConfigMap", WorkloadVolumes.FilesName(Workload, files), resource);
        foreach (var claim in Workload.Volumes.Select(volume => volume.Claim).OfType<string>().Distinct(StringComparer.Ordinal))
            names.Claim("PersistentVolumeClaim", claim, resource);
        foreach (var set in Secrets.Sets)
        {
            names.Claim("ExternalSecret", set.Name, resource);
            names.Claim("Secret", set.SecretName, resource);
        }
    }

    private static VariableDelivery Delivery(EnvironmentVariable variable)
    {
        if (variable.Value.IsSecret)
            return variable.Value.Parts.Count == 1 ? VariableDelivery.Secret : VariableDelivery.Pod;

        // kustomize 5.5 reads the name of a literal as YAML and fails on TRUE, null, 123 or 1e3.
        return YamlScalars.ReadsAsOther(variable.Name) ? VariableDelivery.Pod : VariableDelivery.ConfigMap;
    }

    private string? PlainText(TextTemplate template, string? environment)
    {
        var texts = template.Parts.Select(part => part is TextPart.Config config ? Plan.Parameters.Find(config, environment) : ((TextPart.Literal)part).Text).ToList();
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    private string Fingerprint(string? environment)
    {
        var image = environment is null ? null : Plan.Images.In(environment, Workload.Image);
        var description = YamlWriter.Write(PodTemplate.Create(this, environment))
            + string.Join('\n', ConfigValues(environment).Select(value => $"{value.Key}={value.Value}"))
            + string.Join('\n', Workload.ConfigFiles.SelectMany(files => files.Files).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}={file.Value}"))
            + (image is null ? "" : $"{image.Name}:{image.Tag}@{image.Digest}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description)))[..8];
    }
}

/// <summary>What brings a variable to the process.</summary>
internal enum VariableDelivery
{
    ConfigMap,
    Secret,
    Pod,
}
