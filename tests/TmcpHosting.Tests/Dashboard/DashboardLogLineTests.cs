using Aspire.Hosting.Dashboard.Process;
using Microsoft.Extensions.Logging;

namespace TmcpHosting.Tests.Dashboard;

public sealed class DashboardLogLineTests
{
    [Theory]
    [InlineData(
        """{"EventId":35,"LogLevel":"Warning","Category":"Aspire.Dashboard.Otlp.Storage","Message":"Full","State":{"a":1}}""",
        LogLevel.Warning, "Aspire.Hosting.Dashboard.Otlp.Storage", "Full", 35)]
    [InlineData(
        """{"EventId":1,"LogLevel":"Error","Category":"Microsoft.AspNetCore.Server.Kestrel","Message":"Bad","Exception":"System.IO.IOException: x","Scopes":[]}""",
        LogLevel.Error, "Aspire.Hosting.Dashboard.Microsoft.AspNetCore.Server.Kestrel", "Bad\nSystem.IO.IOException: x", 1)]
    [InlineData("""{"LogLevel":"Information","Category":"A","Message":"half""", LogLevel.Information, "Aspire.Hosting.Dashboard", """{"LogLevel":"Information","Category":"A","Message":"half""")]
    [InlineData("""{"LogLevel":"Loud","Category":"A","Message":"m"}""", LogLevel.Information, "Aspire.Hosting.Dashboard", """{"LogLevel":"Loud","Category":"A","Message":"m"}""")]
    [InlineData("Couldn't find a valid ICU package", LogLevel.Information, "Aspire.Hosting.Dashboard", "Couldn't find a valid ICU package")]
    [InlineData("{}", LogLevel.Information, "Aspire.Hosting.Dashboard", "{}")]
    public void A_line_is_read_or_stands_for_itself(string line, LogLevel level, string category, string message, int eventId = 0) =>
        Assert.Equal(new DashboardLogLine(level, category, message, eventId), DashboardLogLine.Parse(line));

    [Theory]
    [InlineData(35, "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", true)]
    [InlineData(36, "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", false)]
    [InlineData(35, "Microsoft.AspNetCore.DataProtection", false)]
    public void Only_the_missing_XML_encryptor_is_harmless(int eventId, string category, bool isHarmless) =>
        Assert.Equal(isHarmless, DashboardLogLine.Parse($$"""{"EventId":{{eventId}},"LogLevel":"Warning","Category":"{{category}}","Message":"m"}""").IsHarmless);
}
