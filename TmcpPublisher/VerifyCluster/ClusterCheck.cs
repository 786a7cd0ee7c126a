namespace Tmcp.Publisher.VerifyCluster;

/// <summary>One thing to look at in a cluster.</summary>
/// <param name="name">What a reader calls it.</param>
internal abstract class ClusterCheck(string name)
{
    internal string Name { get; } = name;

    internal abstract Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken);

    protected CheckResult Pass(string subject, string what) => new(Name, subject, CheckStatus.Passed, what, "");

    protected CheckResult Fail(string subject, string what, string remedy) => new(Name, subject, CheckStatus.Failed, what, remedy);

    protected CheckResult Note(string subject, string what, string remedy) => new(Name, subject, CheckStatus.Noted, what, remedy);
}
