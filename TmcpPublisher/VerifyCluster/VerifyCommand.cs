using System.CommandLine;
using System.CommandLine.Parsing;
using Tmcp.Publisher.Commands;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Lint.Model;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.VerifyCluster;

/// <summary><c>verify prod</c>: looks at a running cluster and says what it lacks. Reads only; no build, no AppHost.</summary>
internal static class VerifyCommand
{
    // A page that takes longer is down for a visitor too.
    private static readonly TimeSpan RouteTimeout = TimeSpan.FromSeconds(10);

    internal static Command Create()
    {
        var environment = new Argument<string>("environment") { Description = "Name of the overlay, such as prod." };
        var manifests = new Option<string>("--manifests") { Description = "The folder of the tree.", DefaultValueFactory = _ => "manifests" };
        var context = new Option<string?>("--context") { Description = "A context of the kubeconfig. Default: the current one." };
        var kubectl = new Option<string>("--kubectl") { Description = "The program that reads the cluster.", DefaultValueFactory = _ => "kubectl" };
        var url = new Option<Uri?>("--url")
        {
            Description = "Where requests from outside arrive, such as http://192.168.0.10. Without it routes are not asked.",
            CustomParser = ReadAddress,
        };
        var command = new Command("verify", "Compares a running cluster with the tree, and says exactly what is missing and what to do.") { environment, manifests, context, kubectl, url };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = RouteTimeout };
            var verified = Load(
                parsed.GetRequiredValue(environment),
                parsed.GetRequiredValue(manifests),
                new KubectlClient(parsed.GetRequiredValue(kubectl), parsed.GetValue(context)),
                parsed.GetValue(url),
                http);
            var results = await ClusterVerifier.RunAsync(verified, cancellationToken);
            CheckWriter.Write(results, parsed.InvocationConfiguration.Output);
            return results.Any(result => result.Status is CheckStatus.Failed) ? ExitCode.Findings : ExitCode.Done;
        });
        return command;
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;

        result.AddError($"--url is '{text}', which is no address. Write it like http://192.168.0.10.");
        return null;
    }

    private static VerifyContext Load(string environment, string folder, KubectlClient kubectl, Uri? url, HttpClient http)
    {
        var files = new ObjectFiles(TreeFolder.Read(folder));
        var faults = new List<Finding>();
        var renderings = RenderedFolders.Render(files, faults);
        if (faults.FirstOrDefault(fault => fault.Rule == RenderedFolders.RuleId) is { } broken)
            throw new PublishException($"{folder}/{broken.File}: {broken.What} {broken.Remedy}");

        var overlay = renderings.FirstOrDefault(rendering => rendering.IsOverlay && rendering.Name == environment)
            ?? throw new PublishException(
                $"{folder} has no overlay '{environment}'. Use one of {string.Join(", ", renderings.Where(rendering => rendering.IsOverlay).Select(rendering => rendering.Name))}.");
        return new VerifyContext(environment, overlay, new LintContext(files, renderings, new LintOptions()), kubectl, url, http);
    }
}
