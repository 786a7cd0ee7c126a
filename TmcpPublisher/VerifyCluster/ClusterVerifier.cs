using Tmcp.Publisher.VerifyCluster.Checks;

namespace Tmcp.Publisher.VerifyCluster;

/// <summary>Runs every check, in the order in which a person would look.</summary>
internal static class ClusterVerifier
{
    private static readonly IReadOnlyList<ClusterCheck> Checks =
    [
        new ApplicationCheck(), new VaultCheck(), new SecretCheck(), new ObjectCheck(), new WorkloadCheck(), new ModelCheck(), new ExposureCheck(), new RouteCheck(),
    ];

    internal static async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>(await new ApiCheck().RunAsync(context, cancellationToken));

        // Without a cluster every other check would only say so again.
        if (results.Exists(result => result.Status is CheckStatus.Failed))
            return results;

        foreach (var check in Checks)
            results.AddRange(await check.RunAsync(context, cancellationToken));
        return results;
    }
}
