using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Tests.Schemas;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Every object, in its file and rendered, by the strict schemas and by the models of the npm packages.</summary>
public sealed class ObjectSchemaTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [StrictSchemasFact]
    public void Every_document_passes_the_strict_schemas()
    {
        var documents = TreeObjects.Documents(GraphVariants.Everything());

        Assert.True(documents.Count > 100, $"only {documents.Count} documents");
        Assert.Empty(TreeObjects.Check(documents));
    }

    [StrictSchemasFact]
    public void Every_rendered_object_passes_the_strict_schemas()
        => Assert.Empty(TreeObjects.Check(TreeObjects.Renderings(GraphVariants.Everything())));

    [Fact]
    public async Task Every_object_passes_the_models_of_the_npm_packages()
    {
        var tree = GraphVariants.Everything();
        var objects = TreeObjects.Documents(tree).Concat(TreeObjects.Renderings(tree)).ToList();
        var result = await ValidateAsync(objects);

        Assert.Empty(result["wrong"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.All(result["unknown"]!.AsArray(), kind => Assert.StartsWith("kustomize.config.k8s.io/", kind!.GetValue<string>(), StringComparison.Ordinal));
        Assert.True(result["checked"]!.GetValue<int>() > 200, result.ToJsonString());
    }

    [Fact]
    public async Task The_models_refuse_what_is_wrong()
    {
        var objects = TreeObjects.Documents(TmcpPlaces.Render(TmcpGraph.Today()));
        objects.First(item => item.Kind == "Deployment").Root["spec"]!["replicas"] = "2";
        objects.First(item => item.Kind == "IngressRoute").Root["spec"]!["routes"]![0]!.AsObject().Remove("match");
        var result = await ValidateAsync(objects);

        Assert.Equal(2, result["wrong"]!.AsArray().Count);
    }

    private static async Task<JsonNode> ValidateAsync(IEnumerable<KubeObject> objects)
    {
        await NodeModules.EnsureAsync();
        using var process = Process.Start(new ProcessStartInfo("node", ["kubernetes-validate.mjs"])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, "tests", "clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var input = new JsonArray([.. objects.Select(item => new JsonObject { ["file"] = item.File, ["object"] = item.Root.DeepClone() })]);
            await process.StandardInput.WriteAsync(input.ToJsonString(JsonSerializerOptions.Default));
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
            Assert.True(process.ExitCode == 0, $"node kubernetes-validate.mjs ended with {process.ExitCode}:\n{await errors}");
            return JsonNode.Parse(await output)!;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
