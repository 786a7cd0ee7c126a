using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Lint.Model;
using Tmcp.Publisher.Lint.Rules;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>The models that workloads ask for are installed where they ask.</summary>
internal sealed class ModelCheck() : ClusterCheck("models")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var (server, models) in Wanted(context))
        {
            // A Service without a selector may be reached through the API server as well as one with pods.
            var port = server.Ports.Count > 0 ? server.Ports[0].Number : 11434;
            var answer = await context.Kubectl.GetRawAsync($"/api/v1/namespaces/{server.Object.Namespace}/services/http:{server.Object.Name}:{port}/proxy/api/tags", cancellationToken);
            if (answer.Json.Get("models") is null)
            {
                results.Add(Fail(server.Object.Name, $"The model server does not answer: {(answer.Succeeded ? "no list of models" : answer.Error)}.", "Start Ollama there, let it listen on every address, and check its address under 'outside' in the settings."));
                continue;
            }

            var installed = answer.Json.Get("models").Items().Select(model => model.Get("name").Text()).OfType<string>().ToList();
            results.AddRange(models.Select(model => Check(server, model, installed)));
        }

        return results;
    }

    private CheckResult Check(ServiceView server, string model, List<string> installed)
    {
        if (installed.Contains(model) || installed.Contains($"{model}:latest"))
            return Pass(model, $"It is installed at {server.Object.Name}.");

        var near = NearestName.Find(model, installed);
        return Fail(
            model,
            $"It is not installed at {server.Object.Name}; there {(installed.Count == 0 ? "is nothing" : $"are {string.Join(", ", installed)}")}.",
            near is null ? $"Run 'ollama pull {model}' there." : $"Run 'ollama pull {model}' there, or did you mean '{near}'?");
    }

    // Beside OLLAMA_MODEL a program has the address of the server: the Service of an "ollama" in one of its texts.
    private static IEnumerable<(ServiceView Server, IReadOnlyList<string> Models)> Wanted(VerifyContext context)
        => from workload in context.Rendering.Workloads
           let texts = ConfigText.For(workload, context.Rendering).ToList()
           let models = texts.Where(text => ModelNameRule.IsModel(text)).Select(text => text.Value).Distinct().ToList()
           where models.Count > 0
           from call in ServiceCall.Of(context.Rendering, context.Tree)
           where call.Caller == workload && call.Target is not null && call.Text.Key.Contains("OLLAMA", StringComparison.OrdinalIgnoreCase)
           group models by call.Target into servers
           select (servers.Key!, (IReadOnlyList<string>)servers.SelectMany(names => names).Distinct().ToList());
}
