namespace Tmcp.Web.Tests;

/// <summary>Every test of the front ends, each as one of ours, so that the one test command runs and counts them all.</summary>
public sealed class FrontEndTests
{
    // Not enumerated while tests are looked for: that would run them all to list one.
    public static TheoryData<string, string> HubCases => CasesOf("hub");

    public static TheoryData<string, string> BlogCases => CasesOf("blog");

    [Theory]
    [MemberData(nameof(HubCases), DisableDiscoveryEnumeration = true)]
    public void Hub(string file, string name) => AssertPassed("hub", file, name);

    [Theory]
    [MemberData(nameof(BlogCases), DisableDiscoveryEnumeration = true)]
    public void Blog(string file, string name) => AssertPassed("blog", file, name);

    private static TheoryData<string, string> CasesOf(string app)
    {
        var rows = new TheoryData<string, string>();
        // Two tests of a file may have the same sentence; xunit wants each row once.
        foreach (var (file, name) in VitestRun.Of(app).Select(one => (one.File, one.Name)).Distinct())
            rows.Add(file, name);
        return rows;
    }

    private static void AssertPassed(string app, string file, string name)
    {
        var failures = VitestRun.Of(app).Where(one => one.File == file && one.Name == name && one.Failure is not null).Select(one => one.Failure);

        Assert.True(!failures.Any(), string.Join('\n', failures));
    }
}
