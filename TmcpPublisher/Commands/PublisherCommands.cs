using System.CommandLine;
using Tmcp.Publisher.VerifyCluster;

namespace Tmcp.Publisher.Commands;

/// <summary>The command line. Without a sub-command it writes the manifest and generates.</summary>
internal static class PublisherCommands
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync($"{problem.Message} Run with --help to see what there is.");
            return ExitCode.InvalidInput;
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (PublishException reason)
        {
            foreach (var problem in reason.Problems)
                await error.WriteLineAsync(problem);
            return ExitCode.InvalidInput;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"A file cannot be read or written: {reason.Message} Look at its folder and its permissions.");
            return ExitCode.InvalidInput;
        }
    }

    private static RootCommand Create()
    {
        var input = new InputOptions();
        var root = new RootCommand("Turns TMCP's graph into the Kubernetes manifests that Argo CD syncs. Without a command: writes the manifest, then generates.")
        {
            GenerateCommand.Create(input),
            CheckCommand.Create(input),
            LintWithGraph.Create(input),
            ComposeCommand.Create(input),
            BuildCommand.Create(input),
            PromoteCommand.Create(input),
            SecretsCommand.Create(input),
            GraphCommand.Create(input),
            VerifyCommand.Create(),
        };
        input.AddTo(root);
        GenerateCommand.Configure(root, input);
        return root;
    }
}
