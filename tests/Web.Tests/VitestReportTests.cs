namespace Tmcp.Web.Tests;

public sealed class VitestReportTests
{
    [Fact]
    public void Passed_and_failed_tests_are_read_and_skipped_ones_left_out()
    {
        var cases = VitestReport.Parse(
            """
            {"testResults":[{"name":"/repo/web/hub/src/a.test.ts","status":"failed","message":"","assertionResults":[
              {"fullName":"a adds","status":"passed","failureMessages":[]},
              {"fullName":"a divides","status":"failed","failureMessages":["by zero"]},
              {"fullName":"a waits","status":"skipped","failureMessages":[]}]}]}
            """,
            "/repo/web/hub");

        Assert.Equal([new VitestCase("src/a.test.ts", "a adds", null), new VitestCase("src/a.test.ts", "a divides", "by zero")], cases);
    }

    [Fact]
    public void File_that_could_not_be_run_is_a_failed_test()
    {
        var cases = VitestReport.Parse(
            """{"testResults":[{"name":"/repo/web/hub/src/b.test.ts","status":"failed","message":"cannot import c","assertionResults":[]}]}""",
            "/repo/web/hub");

        Assert.Equal("cannot import c", Assert.Single(cases).Failure);
    }
}
