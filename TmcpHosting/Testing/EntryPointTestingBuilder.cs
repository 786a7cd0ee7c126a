namespace Aspire.Hosting.Testing;

/// <summary>The builder of an entry point that is held at its <c>Build()</c>.</summary>
internal sealed class EntryPointTestingBuilder(EntryPointRun run, DistributedApplicationBuilder inner) : TestingBuilder(inner)
{
    public override ValueTask DisposeAsync() => run.DisposeAsync();

    protected override async Task<DistributedApplication> BuildOnceAsync(CancellationToken cancellationToken)
        => await run.BuildAsync(cancellationToken).ConfigureAwait(false);
}
