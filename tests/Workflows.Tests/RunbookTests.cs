using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tmcp.Tests.Shared;

namespace Tmcp.Workflows.Tests;

/// <summary>What a runbook names exists: a command that fails at night is worse than none.</summary>
public sealed partial class RunbookTests
{
    // What the cluster has and the graph does not make: other people's charts, the earlier manifests, and what a runbook itself creates.
    private static readonly HashSet<string> NotOurs =
    [
        "application/tmcp-master", "application/root", "crd/applications.argoproj.io", "deployment/pocketbase", "pod/pb-chown", "pod/vault-0", "pvc/data-vault-0",
        "secret/vault-unseal", "secret/gitops", "endpoints/ollama-service", "job/pb-backup-now", "job/pb-list", "job/pb-restore", "pod/pocketbase-0", "application/tmcp-demo",
    ];

    public static TheoryData<string> Pages => [.. Runbook.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) => Assert.All(Find(page).Links, link =>
    {
        var target = Path.GetFullPath(Path.Combine(RepositoryFolder.Path, Path.GetDirectoryName(page)!, link));
        Assert.True(File.Exists(target) || Directory.Exists(target) || target == Path.Combine(RepositoryFolder.Path, "manifests", "SECRETS.md"), link);
    });

    [Fact]
    public void The_index_names_every_page()
    {
        var index = Find("docs/runbooks/README.md");

        Assert.Equal(
            Runbook.All.Where(page => page.Path.StartsWith("docs/runbooks/", StringComparison.Ordinal) && page != index).Select(page => Path.GetFileName(page.Path)),
            index.Links.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_project_that_is_run_exists(string page) => Assert.All(
        RunProject().Matches(Find(page).Text).Select(match => match.Groups[1].Value),
        project => Assert.True(Directory.Exists(Path.Combine(RepositoryFolder.Path, project)), project));

    /// <summary>Published names, from the manifest of the graph.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_object_of_the_cluster_is_one_that_is_published(string page)
    {
        var published = Published();

        Assert.All(ObjectsOf(Find(page)).Where(name => !NotOurs.Contains(name)), name => Assert.Contains(name, published));
    }

    /// <summary>Facts that the page shows as code are methods of the graph.</summary>
    [Fact]
    public void The_example_of_a_new_service_uses_what_the_graph_has()
    {
        var sources = string.Concat(((string[])["TmcpAppHost", "TmcpHosting"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => file.Contains("Extensions", StringComparison.Ordinal) || file.EndsWith("ClusterFacts.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var used = Call().Matches(Find("docs/runbooks/add-service.md").Blocks("csharp").Single()).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.InRange(used.Length, 8, 30);
        Assert.All(used, method => Assert.Matches($@"\b{method}(<\w+>)?\(", sources));
    }

    [Fact]
    public void The_example_of_a_new_environment_has_the_members_of_the_others()
    {
        var block = Find("docs/runbooks/add-environment.md").Blocks("json").Single();
        var example = JsonNode.Parse($"{{{block}}}")!["demo"]!.AsObject().Select(member => member.Key);
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "deploy", "settings.json")))!;

        Assert.Equal(settings["environments"]!["staging"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal), example.Order(StringComparer.Ordinal));
    }

    [JqFact]
    public async Task Every_script_is_one_that_bash_can_read()
    {
        foreach (var page in Runbook.All)
        {
            foreach (var script in page.Blocks("sh"))
            {
                using var bash = Process.Start(new ProcessStartInfo("bash", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false })!;
                // An indented block of a list; the end of a here-document stands at the beginning of its line.
                await bash.StandardInput.WriteAsync(Indent().Replace(script, ""));
                bash.StandardInput.Close();
                var error = await bash.StandardError.ReadToEndAsync();
                await bash.WaitForExitAsync();
                Assert.True(bash.ExitCode == 0, $"{page.Path}: {error}\n{script}");
            }
        }
    }

    private static Runbook Find(string page) => Runbook.All.Single(candidate => candidate.Path == page);

    private static IEnumerable<string> ObjectsOf(Runbook page) => page.Blocks("sh")
        .SelectMany(block => block.Split('\n'))
        .Where(line => line.Contains("kubectl", StringComparison.Ordinal))
        .SelectMany(line => ClusterObject().Matches(line + '\n'))
        .Select(match => $"{Kind(match.Groups[1].Value)}/{match.Groups[2].Value}");

    private static string Kind(string kind) => kind switch { "deploy" => "deployment", "svc" => "service", _ => kind };

    private static HashSet<string> Published()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json")))!;
        var names = new HashSet<string>();
        foreach (var facts in manifest["resources"]!.AsObject().Select(resource => resource.Value!).Where(resource => (string?)resource["type"] == "tmcp.kubernetes.v0"))
        {
            var resource = (string)facts["for"]!;
            var stem = (string?)facts["workload"]?["short"] ?? resource;
            var workload = (string?)facts["workload"]?["name"] ?? resource;
            names.Add($"{((string?)facts["workload"]?["mode"] == "single-writer" ? "statefulset" : "deployment")}/{workload}");
            names.Add($"service/{stem}-service");
            names.Add($"externalsecret/{stem}-secrets");
            names.Add($"secret/{stem}-secrets-k8s");
            names.UnionWith((facts["volumes"]?.AsObject() ?? []).Select(volume => $"pvc/{volume.Value!["claim"]}"));
            if (facts["backup"] is not null)
                names.UnionWith([$"cronjob/{stem}-backup", $"pvc/{stem}-backup-pvc"]);
        }

        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "deploy", "settings.json")))!;
        names.UnionWith(settings["environments"]!.AsObject().Select(environment => $"application/tmcp-{environment.Key}"));
        return names;
    }

    [GeneratedRegex(@"dotnet run --project ([\w/]+)")]
    private static partial Regex RunProject();

    [GeneratedRegex(@"\.([A-Z]\w+)(?:<[\w.]+>)?\(")]
    private static partial Regex Call();

    [GeneratedRegex("""\b(application|cronjob|deployment|deploy|endpoints|externalsecret|job|pod|pvc|secret|service|statefulset|svc|crd)[/ ]([a-z][a-z0-9.-]*[a-z0-9])(?=["' \n;)])""")]
    private static partial Regex ClusterObject();

    [GeneratedRegex("^ {3}", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
