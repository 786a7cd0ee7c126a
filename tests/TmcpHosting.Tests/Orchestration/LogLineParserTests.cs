using Aspire.Hosting.Orchestration.Execution.Logs;

namespace TmcpHosting.Tests.Orchestration;

public sealed class LogLineParserTests
{
    [Theory]
    [InlineData("2026-11-21T00:28:59.833Z hello world", true, "hello world")]
    [InlineData("2026-11-21T00:28:59.833123456Z x", true, "x")]
    [InlineData("2026-11-21T00:28:59.833Z ", true, "")]
    [InlineData("2026-11-21T00:28:59.833Z", true, "")]
    [InlineData("no time here", false, "no time here")]
    [InlineData("12 drummers", false, "12 drummers")]
    [InlineData("", false, "")]
    public void Time_is_taken_off(string line, bool hasTime, string text)
    {
        var (time, rest) = LogLineParser.Split(line);

        Assert.Equal(hasTime, time is not null);
        Assert.Equal(text, rest);
    }

    [Theory]
    [InlineData("2026-11-21T00:28:59.833Z\terror\tdcp.Exec\tFailed to start\t{\"error\": \"no such file\"}", "Failed to start: no such file")]
    [InlineData("t\terror\tdcp.Exec\tFailed to start", "Failed to start")]
    [InlineData("t\terror\tdcp.Exec\tFailed\t{broken", "Failed")]
    [InlineData("t\tinfo\tdcp.Exec\tStarted\t{}", null)]
    [InlineData("whatever", null)]
    public void Cause_is_found_in_system_lines(string line, string? cause) => Assert.Equal(cause, LogLineParser.SystemError(line));
}
