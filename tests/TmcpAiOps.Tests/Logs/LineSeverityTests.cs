using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Logs;

namespace Tmcp.AiOps.Tests.Logs;

public sealed class LineSeverityTests
{
    [Theory]
    [InlineData("""{"time":"2026-11-21T05:00:00Z","level":"ERROR","msg":"x"}""", nameof(Severity.Error))]
    [InlineData("""{"level":"info","msg":"error rate is low"}""", nameof(Severity.Info))]
    [InlineData("time=\"2026\" level=warning msg=\"x\"", nameof(Severity.Warning))]
    [InlineData("fail: Tmcp.Bridge.Transport[2003]", nameof(Severity.Error))]
    [InlineData("\u001b[41m\u001b[30mfail\u001b[39m\u001b[22m\u001b[49m: Tmcp.Bridge[2003]", nameof(Severity.Error))]
    [InlineData("info: Microsoft.Hosting.Lifetime[14]", nameof(Severity.Info))]
    [InlineData("crit: Host[10]", nameof(Severity.Critical))]
    [InlineData("2026-11-21 05:00:00,123 ERROR [main] boom", nameof(Severity.Error))]
    [InlineData("[2026-11-21 05:00:00] [warn] slow", nameof(Severity.Warning))]
    [InlineData("E1121 05:00:00.123456       1 reflector.go:138] x", nameof(Severity.Error))]
    [InlineData("I1121 05:00:00.123456       1 reflector.go:138] no error", nameof(Severity.Info))]
    [InlineData("panic: runtime error: index out of range", nameof(Severity.Critical))]
    [InlineData("Unhandled exception. System.Exception: x", nameof(Severity.Error))]
    [InlineData("   at Tmcp.Bridge.Error.Throw() in /src/Error.cs:line 3", nameof(Severity.Info))]
    [InlineData("done: 12 ok, 0 errors", nameof(Severity.Info))]
    [InlineData("errors: 0, failed: 0", nameof(Severity.Info))]
    [InlineData("GET /api/health 200", nameof(Severity.Info))]
    [InlineData("write /data/x: no space left on device", nameof(Severity.Critical))]
    [InlineData("dial tcp 10.0.0.1:80: connect: connection refused", nameof(Severity.Error))]
    public void A_line_is_as_bad_as_it_says_or_its_words_tell(string line, string severity) => Assert.Equal(severity, LineSeverity.Of(line, null).ToString());

    [Theory]
    [InlineData("error", nameof(Severity.Error))]
    [InlineData("WARN", nameof(Severity.Warning))]
    [InlineData("nonsense", nameof(Severity.Info))]
    public void What_the_record_states_comes_first(string stated, string severity) => Assert.Equal(severity, LineSeverity.Of("plain words", stated).ToString());

    [Theory]
    [InlineData("agent-deployment-7d9f8b6c5-x2x9z", "agent")]
    [InlineData("elasticsearch-0", "elasticsearch")]
    [InlineData("fluentd-x7k2p", "fluentd")]
    [InlineData("pocketbase", "pocketbase")]
    public void A_pods_name_tells_its_service(string pod, string service) => Assert.Equal(service, ServiceName.FromPod(pod));
}
