using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Publishing;

/// <summary>What the switches ask a publishing AppHost to do.</summary>
/// <param name="ListSteps">Print the steps and write nothing.</param>
/// <param name="ManifestPath">Full path of the manifest; empty when only the steps are listed.</param>
internal sealed record PublishRequest(bool ListSteps, string ManifestPath)
{
    /// <summary>The one step there is.</summary>
    public const string Step = "publish-manifest";

    private const string Publisher = "manifest";
    private const string DefaultFileName = "aspire-manifest.json";

    /// <summary>Reads and checks the switches.</summary>
    /// <exception cref="DistributedApplicationException">A publisher or step is not known, or there is no output path.</exception>
    public static PublishRequest Read(IConfiguration configuration)
    {
        if (configuration["Publishing:Publisher"] is { Length: > 0 } publisher && !publisher.Equals(Publisher, StringComparison.OrdinalIgnoreCase))
            throw new DistributedApplicationException($"There is no publisher '{publisher}'. Use '--publisher {Publisher}'.");
        if (configuration["Pipeline:Step"] is { Length: > 0 } step && !step.Equals(Step, StringComparison.OrdinalIgnoreCase))
            throw new DistributedApplicationException($"There is no step '{step}'. Use '--step {Step}'.");
        if (BuilderConfiguration.IsInspection(configuration))
            return new PublishRequest(ListSteps: true, "");

        return configuration["Pipeline:OutputPath"] is { Length: > 0 } path
            ? new PublishRequest(ListSteps: false, Resolve(path))
            : throw new DistributedApplicationException(
                $"The manifest has no place to go: '--output-path' is missing. Add '--output-path {DefaultFileName}', or a directory.");
    }

    private static string Resolve(string path) => Path.GetFullPath(
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? path : Path.Combine(path, DefaultFileName));
}
