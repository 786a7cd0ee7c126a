using System.Reflection;

namespace Tmcp.AppHost;

/// <summary>Runs the graph: switches in, one clear line out when something is wrong.</summary>
internal static class TmcpApplication
{
    private const int Failure = 1;

    /// <summary>Builds the graph and runs or publishes it.</summary>
    /// <param name="args">The command line; see <see cref="CommandLine"/>.</param>
    /// <param name="describe">Adds the resources.</param>
    /// <returns>The exit code: 0 after a clean stop, 1 after a failure that was explained on the console.</returns>
    internal static async Task<int> RunAsync(string[] args, Action<IDistributedApplicationBuilder> describe)
    {
        try
        {
            var builder = DistributedApplication.CreateBuilder(CommandLine.Normalize(args));
            builder.AddTmcp();
            describe(builder);
            await using var app = builder.Build();
            await app.RunAsync();
            return 0;
        }
        catch (DistributedApplicationException exception) when (IsProgram)
        {
            await Console.Error.WriteLineAsync($"error: {exception.Message}");
            return Failure;
        }
    }

    /// <summary>False under a test's builder, where an exception is the message and the console is not ours.</summary>
    internal static bool IsProgram => Assembly.GetEntryAssembly() == typeof(TmcpApplication).Assembly;
}
