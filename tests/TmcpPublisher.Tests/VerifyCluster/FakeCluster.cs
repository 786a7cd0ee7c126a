using System.Text.Json.Nodes;
using Tmcp.Publisher.Commands;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Kubernetes;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.VerifyCluster;

/// <summary>
/// A program in the place of kubectl that answers as a healthy cluster with everything of the tree in it would. A test changes single answers.
/// It knows a question by its arguments; to any other it says what kubectl says of a kind that it does not know.
/// </summary>
internal sealed class FakeCluster : IDisposable
{
    private const string Script = """
        #!/bin/bash
        question=""
        for argument in "$@"; do
          case "$argument" in --request-timeout=*) ;; *) question+="_$argument" ;; esac
        done
        answer="${0%/*}/${question//[^A-Za-z0-9]/_}"
        if [ -f "$answer.fails" ]; then echo "$(<"$answer.fails")" >&2; exit 1; fi
        if [ -f "$answer" ]; then echo "$(<"$answer")"; exit 0; fi
        echo "error: the server doesn't have a resource type for $question" >&2
        exit 1
        """;

    private readonly string _folder = OwnedFolder.Create("tmcp-verify-");
    private readonly Dictionary<(string Kind, string? Namespace), JsonArray> _lists = [];

    internal FakeCluster()
    {
        var tree = TmcpPlaces.Render(TmcpGraph.Today());
        foreach (var (path, text) in tree.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Manifests, path))!);
            File.WriteAllText(Path.Combine(Manifests, path), text);
        }

        File.WriteAllText(Program, Script.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Answer("get --raw /readyz", "ok");
        Answer("get namespace tmcp-marketing -o json", "{}");
        Answer("get --raw /api/v1/namespaces/vault/services/http:vault:8200/proxy/v1/sys/health?standbyok=true&sealedcode=200&uninitcode=200", """{"initialized": true, "sealed": false}""");
        Answer("get --raw /api/v1/namespaces/tmcp-marketing/services/http:ollama-service:11434/proxy/api/tags", """{"models": [{"name": "qwen3:4b-instruct-2507-q4_K_M"}]}""");
        AddObjects(tree);
        foreach (var list in _lists.Keys)
            WriteList(list.Kind, list.Namespace);
    }

    internal string Manifests => Path.Combine(_folder, "manifests");

    private string Program => Path.Combine(_folder, "kubectl");

    /// <summary>What <c>verify prod</c> says, and its exit code.</summary>
    internal async Task<(int ExitCode, string Output)> VerifyAsync(params string[] more)
    {
        using var output = new StringWriter();
        var exitCode = await PublisherCommands.RunAsync(["verify", "prod", "--manifests", Manifests, "--kubectl", Program, .. more], output, output);
        return (exitCode, output.ToString());
    }

    internal void Answer(string question, string answer) => File.WriteAllText(FileOf(question), answer);

    internal void Fail(string question, string error) => File.WriteAllText(FileOf(question) + ".fails", error + "\n");

    /// <summary>Takes an object away.</summary>
    internal void Remove(string kind, string name, string? @namespace = "tmcp-marketing")
    {
        var list = _lists[(kind, @namespace)];
        list.Remove(list.Single(item => item.Get("metadata", "name").Text() == name));
        WriteList(kind, @namespace);
    }

    /// <summary>Changes an object.</summary>
    internal void Change(string kind, string name, Action<JsonObject> change, string? @namespace = "tmcp-marketing")
    {
        change(_lists[(kind, @namespace)].OfType<JsonObject>().Single(item => item.Get("metadata", "name").Text() == name));
        WriteList(kind, @namespace);
    }

    /// <summary>Adds an object that the tree does not make, such as a pod.</summary>
    internal void Add(string kind, string? @namespace, string json)
    {
        List(kind, @namespace).Add(JsonNode.Parse(json));
        WriteList(kind, @namespace);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void AddObjects(FileTree tree)
    {
        var renderer = new KustomizeRenderer(new ObjectFiles(tree));
        foreach (var item in new[] { "overlays/prod", "platform/config", "argocd/home", "argocd/bootstrap" }.SelectMany(folder => renderer.Render(folder).Objects))
        {
            AddStatus(item);
            var kind = item.Group.Length == 0 ? item.Kind.ToLowerInvariant() : $"{item.Kind.ToLowerInvariant()}.{item.Group}";
            List(kind, item.Namespace).Add(item.Root.DeepClone());
            if (item.Kind == "IngressRoute")
                List(kind, null).Add(item.Root.DeepClone());
        }

        List("ingress.networking.k8s.io", null);
        List("pod", "tmcp-marketing");
    }

    private JsonArray List(string kind, string? @namespace)
    {
        if (!_lists.TryGetValue((kind, @namespace), out var list))
            _lists[(kind, @namespace)] = list = [];
        return list;
    }

    private static void AddStatus(KubeObject item) => item.Root["status"] = item.Kind switch
    {
        "Deployment" or "StatefulSet" => new JsonObject { ["readyReplicas"] = item.Root.Get("spec", "replicas").Integer() ?? 1, ["observedGeneration"] = 1 },
        "ExternalSecret" or "ClusterSecretStore" => JsonNode.Parse("""{"conditions": [{"type": "Ready", "status": "True"}]}"""),
        "Application" => JsonNode.Parse("""{"sync": {"status": "Synced"}, "health": {"status": "Healthy"}}"""),
        _ => new JsonObject(),
    };

    private void WriteList(string kind, string? @namespace) => Answer(
        $"get {kind} {(@namespace is null ? "--all-namespaces" : $"-n {@namespace}")} -o json",
        new JsonObject { ["items"] = _lists[(kind, @namespace)].DeepClone() }.ToJsonString());

    private string FileOf(string question)
        => Path.Combine(_folder, string.Concat($"_{question}".Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')));
}
