using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Creates builders of applications under test.</summary>
/// <remarks>
/// Unless the AppHost or the test says otherwise: no dashboard, resource lines in the log, dynamic ports in place of fixed ones,
/// unsecured transport allowed, the AppHost's directory as content root, and its first launch profile (or that of
/// <c>DOTNET_LAUNCH_PROFILE</c>) as configuration.
/// </remarks>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs the entry point of an AppHost up to its <c>Build()</c>.</summary>
    /// <typeparam name="TEntryPoint">A type of the AppHost's assembly, such as <c>Projects.MyAppHost</c>.</typeparam>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The AppHost's builder.</returns>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <summary>Runs the entry point of an AppHost up to its <c>Build()</c>.</summary>
    /// <typeparam name="TEntryPoint">A type of the AppHost's assembly, such as <c>Projects.MyAppHost</c>.</typeparam>
    /// <param name="args">The AppHost's command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The AppHost's builder.</returns>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, (_, _) => { }, cancellationToken);

    /// <summary>Runs the entry point of an AppHost up to its <c>Build()</c>.</summary>
    /// <typeparam name="TEntryPoint">A type of the AppHost's assembly, such as <c>Projects.MyAppHost</c>.</typeparam>
    /// <param name="args">The AppHost's command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    /// <param name="configureBuilder">Changes options before the AppHost's builder reads them; it comes after the defaults of testing.</param>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The AppHost's builder.</returns>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync(typeof(TEntryPoint), args, configureBuilder, cancellationToken);

    /// <summary>Runs the entry point of an AppHost up to its <c>Build()</c>.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The AppHost's builder.</returns>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, CancellationToken cancellationToken = default)
        => CreateAsync(entryPoint, [], cancellationToken);

    /// <summary>Runs the entry point of an AppHost up to its <c>Build()</c>.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="args">The AppHost's command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The AppHost's builder.</returns>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, CancellationToken cancellationToken = default)
        => CreateAsync(entryPoint, args, (_, _) => { }, cancellationToken);

    /// <summary>Runs the entry point of an AppHost up to its <c>Build()</c>.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="args">The AppHost's command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    /// <param name="configureBuilder">Changes options before the AppHost's builder reads them; it comes after the defaults of testing.</param>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <returns>The AppHost's builder.</returns>
    /// <exception cref="InvalidOperationException">The assembly has no entry point, or it ended without building an application.</exception>
    /// <exception cref="Exception">Whatever the entry point threw.</exception>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        TestDefaults.ThrowIfEmpty(args);
        var run = new EntryPointRun(entryPoint.Assembly, args, new EntryPointHooks { Creating = configureBuilder });
        try
        {
            var builder = await run.StartAsync(cancellationToken).ConfigureAwait(false);
            return new EntryPointTestingBuilder(run, builder);
        }
        catch
        {
            await run.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Creates a builder without AppHost, with the defaults of testing.</summary>
    /// <param name="args">Command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    /// <returns>The builder.</returns>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => Create(args, (_, _) => { });

    /// <summary>Creates a builder without AppHost, with the defaults of testing.</summary>
    /// <param name="args">Command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    /// <param name="configureBuilder">Changes options before the builder reads them; it comes after the defaults of testing.</param>
    /// <returns>The builder.</returns>
    public static IDistributedApplicationTestingBuilder Create(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        ArgumentNullException.ThrowIfNull(configureBuilder);
        TestDefaults.ThrowIfEmpty(args);
        return new PlainTestingBuilder(args, configureBuilder);
    }
}
