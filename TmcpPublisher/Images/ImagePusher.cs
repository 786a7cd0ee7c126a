using System.Text.Json;
using Tmcp.Publisher.Processes;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Images;

/// <summary>Runs a plan: builds, pushes, and learns the digest of what was pushed.</summary>
internal sealed class ImagePusher(string builder, TextWriter output)
{
    /// <exception cref="PublishException">A program failed.</exception>
    internal async Task BuildAsync(ImageStep step, CancellationToken cancellationToken)
    {
        foreach (var call in step.Calls)
            await RunAsync(step, call, cancellationToken);
    }

    /// <summary>Pushes an image that was built.</summary>
    /// <exception cref="PublishException">The push failed, or left no digest.</exception>
    internal async Task<ImageLock> PushAsync(ImageStep step, CancellationToken cancellationToken)
    {
        await RunAsync(step, new ProcessCall(builder, ["push", step.Reference]), cancellationToken);
        var inspected = await RunAsync(step, new ProcessCall(builder, ["image", "inspect", "--format", "{{json .RepoDigests}}", step.Reference]), cancellationToken);
        var colon = step.Reference.LastIndexOf(':');
        var digest = Digests(inspected).FirstOrDefault(found => found.Name == step.Reference[..colon] || found.Name.EndsWith($"/{step.Reference[..colon]}", StringComparison.Ordinal)).Digest
            ?? throw new PublishException($"Image '{step.Reference}' was pushed and '{builder} image inspect' names no digest of it. Look at the image, and write the lock by hand.");
        return new ImageLock(step.Reference[(colon + 1)..], digest);
    }

    // ["docker.io/lupca/tmcp-agents@sha256:1111…"]
    private static IEnumerable<(string Name, string? Digest)> Digests(ProcessResult inspected)
    {
        var json = inspected.Output.FirstOrDefault(line => line.StartsWith('['));
        foreach (var reference in json is null ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [])
        {
            var at = reference.IndexOf('@', StringComparison.Ordinal);
            if (at > 0 && ImageLockFile.Digest().IsMatch(reference[(at + 1)..]))
                yield return (reference[..at], reference[(at + 1)..]);
        }
    }

    private async Task<ProcessResult> RunAsync(ImageStep step, ProcessCall call, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"> {call}");
        var result = await ProcessRunner.RunAsync(call, cancellationToken);
        return result.ExitCode == 0
            ? result
            : throw new PublishException($"Image '{step.Reference}': '{call}' ended with {result.ExitCode}. Repair what it says:{Environment.NewLine}{result.LastLines(40)}");
    }
}
