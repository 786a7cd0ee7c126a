using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Processes;

namespace Tmcp.Publisher.VerifyCluster;

/// <summary>Reads from a cluster through kubectl. Nothing is ever changed.</summary>
/// <param name="program">A name on PATH, or a path.</param>
/// <param name="context">Name of a context of the kubeconfig; null: the current one.</param>
internal sealed class KubectlClient(string program, string? context)
{
    // One answer of a healthy API server takes milliseconds; a node that is gone answers never.
    private const string Timeout = "--request-timeout=15s";

    /// <summary>What kubectl answers.</summary>
    /// <exception cref="PublishException">kubectl is not installed.</exception>
    internal async Task<KubectlAnswer> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(
            new ProcessCall(program, [.. arguments, Timeout, .. context is null ? Array.Empty<string>() : [$"--context={context}"]]), cancellationToken);
        return new KubectlAnswer(result.ExitCode == 0, result.StandardOutput, result.ExitCode == 0 ? "" : result.LastLines(3).Trim());
    }

    /// <summary>The objects of a kind, such as <c>deployment.apps</c>.</summary>
    /// <param name="namespace">Null: of all namespaces, or of the cluster.</param>
    internal Task<KubectlAnswer> ListAsync(string kind, string? @namespace, CancellationToken cancellationToken)
        => RunAsync(["get", kind, .. @namespace is null ? new[] { "--all-namespaces" } : ["-n", @namespace], "-o", "json"], cancellationToken);

    /// <summary>What a path of the API answers.</summary>
    internal Task<KubectlAnswer> GetRawAsync(string path, CancellationToken cancellationToken) => RunAsync(["get", "--raw", path], cancellationToken);

    /// <summary>The name by which kubectl knows a kind.</summary>
    internal static string KindName(KubeObject item) => item.Group.Length == 0 ? item.Kind.ToLowerInvariant() : $"{item.Kind.ToLowerInvariant()}.{item.Group}";
}

/// <param name="Succeeded">Whether the cluster answered what was asked.</param>
/// <param name="Text">The answer.</param>
/// <param name="Error">What kubectl said instead; empty when it succeeded.</param>
internal sealed record KubectlAnswer(bool Succeeded, string Text, string Error)
{
    /// <summary>The answer as JSON; null when it is none.</summary>
    internal JsonNode? Json
    {
        get
        {
            try
            {
                return Succeeded ? JsonNode.Parse(Text) : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The objects of a list.</summary>
    internal IReadOnlyList<KubeObject> Items => Json.Get("items").Items().OfType<JsonObject>().Select(item => new KubeObject(item, "cluster", 0)).ToList();
}
