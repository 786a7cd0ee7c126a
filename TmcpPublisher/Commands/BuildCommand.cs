using System.CommandLine;
using Tmcp.Publisher.Images;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Commands;

/// <summary><c>build</c>: makes the images of the graph; with <c>--push</c> also pushes them and locks their digests.</summary>
internal static class BuildCommand
{
    internal static Command Create(InputOptions input)
    {
        var options = new Switches();
        var command = new Command("build", "Builds the images of the graph. Parameters of builds come from variables such as Parameters__npm_token.")
        {
            options.Builder, options.Tag, options.DryRun, options.Push, options.Environment,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var loaded = await PublishInput.LoadAsync(input.Places(parsed), error, cancellationToken: cancellationToken);
            return await RunAsync(loaded, options.Read(parsed, loaded), output, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(PublishInput input, Choices choices, TextWriter output, CancellationToken cancellationToken)
    {
        var planner = new ImagePlanner(
            input.Graph, input.Settings.Registry, choices.Tag, choices.Builder, input.Places.Repository, name => Environment.GetEnvironmentVariable(ImagePlanner.VariableOf(name)));
        var steps = planner.Plan();
        if (choices.DryRun)
        {
            foreach (var call in steps.SelectMany(step => step.Calls))
                await output.WriteLineAsync(call.Input is null ? $"{call}" : $"{call} <<'END'\n{call.Input}END");
            return ExitCode.Done;
        }

        var runner = new ImagePusher(choices.Builder, output);
        foreach (var step in steps)
            await runner.BuildAsync(step, cancellationToken);
        if (choices.Environment is { } environment)
            await PushAsync(input, steps, runner, environment, output, cancellationToken);
        return ExitCode.Done;
    }

    // An image that nobody runs is not pushed. The lock is written once, when all of it is true.
    private static async Task PushAsync(
        PublishInput input, IReadOnlyList<ImageStep> steps, ImagePusher runner, string environment, TextWriter output, CancellationToken cancellationToken)
    {
        var buildOnly = input.Graph.BuildOnly.Select(image => image.Repository).ToHashSet(StringComparer.Ordinal);
        var file = ImageLockFile.PathOf(input.Places.LockFolder, environment);
        var locks = new Dictionary<string, ImageLock>(ImageLockFile.Read(file), StringComparer.Ordinal);
        foreach (var step in steps.Where(step => !buildOnly.Contains(step.Repository)))
            locks[step.Repository] = await runner.PushAsync(step, cancellationToken);
        ImageLockFile.Write(file, locks);
        await output.WriteLineAsync($"{file}: written. Run 'dotnet run --project TmcpPublisher' and commit both.");
    }

    /// <param name="Environment">Whose lock is written; null: nothing is pushed.</param>
    private sealed record Choices(string Builder, string Tag, bool DryRun, string? Environment);

    private sealed class Switches
    {
        internal Option<string> Builder { get; } = new("--builder") { Description = "docker, podman, or a path of one.", DefaultValueFactory = _ => "docker" };

        internal Option<string?> Tag { get; } = new("--tag") { Description = "Tag of the images. Default: the file 'version'." };

        internal Option<bool> DryRun { get; } = new("--dry-run") { Description = "Show the commands and run none." };

        internal Option<bool> Push { get; } = new("--push") { Description = "Push the images and write the lock of --environment." };

        internal Option<string?> Environment { get; } = new("--environment") { Description = "The environment whose lock is written, such as staging. Only with --push." };

        internal Choices Read(ParseResult parsed, PublishInput input)
        {
            var environment = parsed.GetValue(Environment);
            if (parsed.GetValue(Push) != environment is not null)
                throw new PublishException("'--push' and '--environment' belong together: a pushed image is locked for an environment. Write both, such as '--push --environment staging'.");
            if (environment is not null && !input.Settings.Environments.ContainsKey(environment))
                throw new PublishException($"{input.Places.Settings}: there is no environment '{environment}'. {Suggestion.Sentence(environment, input.Settings.Environments.Keys)}");
            return new Choices(parsed.GetValue(Builder)!, parsed.GetValue(Tag) ?? input.Version, parsed.GetValue(DryRun), environment);
        }
    }
}
