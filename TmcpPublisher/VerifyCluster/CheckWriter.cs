namespace Tmcp.Publisher.VerifyCluster;

/// <summary>Writes results for a person: one line for a pass, two for what there is to do.</summary>
internal static class CheckWriter
{
    internal static void Write(IReadOnlyList<CheckResult> results, TextWriter output)
    {
        foreach (var group in results.GroupBy(result => result.Check))
        {
            output.WriteLine(group.Key);
            foreach (var result in group)
            {
                output.WriteLine($"  {Mark(result.Status)} {result.Subject}: {result.What}");
                if (result.Remedy.Length > 0)
                    output.WriteLine($"       {result.Remedy}");
            }
        }

        var failed = results.Count(result => result.Status is CheckStatus.Failed);
        output.WriteLine(failed == 0 ? $"{results.Count} looks, no failure." : $"{results.Count} looks, {failed} failed.");
    }

    private static string Mark(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "ok  ",
        CheckStatus.Noted => "note",
        _ => "FAIL",
    };
}
