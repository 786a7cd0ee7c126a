using Tmcp.Publisher.Processes;

namespace Tmcp.Publisher.Commands;

/// <summary>Asks the AppHost for the manifest. Nothing starts and no value is asked for.</summary>
internal static class AppHostManifest
{
    /// <summary>Writes it below <c>artifacts/</c>.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="PublishException">The AppHost failed.</exception>
    internal static async Task<string> WriteAsync(InputPlaces places, CancellationToken cancellationToken)
    {
        var project = Path.Combine(places.Repository, "TmcpAppHost");
        if (!Directory.Exists(project))
            throw new PublishException($"There is no AppHost in '{project}'. Name a manifest with --manifest.");

        var manifest = Path.Combine(places.Repository, "artifacts", "publish", "aspire-manifest.json");
        Directory.CreateDirectory(Path.GetDirectoryName(manifest)!);
        string[] arguments =
        [
            "run", "--project", project, "--no-launch-profile", .. places.NoBuild ? ["--no-build"] : Array.Empty<string>(),
            "--", "--publisher", "manifest", "--output-path", manifest,
        ];
        var result = await ProcessRunner.RunAsync(new ProcessCall("dotnet", arguments) { Folder = places.Repository }, cancellationToken);
        return result.ExitCode == 0
            ? manifest
            : throw new PublishException(
                $"The AppHost did not write the manifest: 'dotnet {string.Join(' ', arguments)}' ended with {result.ExitCode}. Repair what it says:{Environment.NewLine}{result.LastLines(40)}");
    }
}
