using Aspire.Hosting.Dashboard.Process;

namespace TmcpHosting.Tests.Dashboard;

public sealed class DashboardEnvironmentTests
{
    private static readonly Uri _resourceService = new("http://127.0.0.1:5000");

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Staging")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:1")]
    [InlineData("OTEL_SERVICE_NAME", "apphost")]
    [InlineData("Kestrel__Certificates__Default__Path", "/tmp/x.pfx")]
    [InlineData("Logging__LogLevel__Default", "Trace")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]
    [InlineData("SOMETHING_ELSE", "x")]
    public void Nothing_of_the_AppHosts_own_settings_gets_in(string name, string value)
    {
        var variables = DashboardEnvironment.Create(DashboardSettingsReaderTests.Read(), _resourceService, "/run/tmcp", asked => asked == name ? value : null);

        Assert.False(variables.TryGetValue(name, out var found) && found == value, $"{name} leaked");
    }

    [Theory]
    [InlineData("PATH")]
    [InlineData("TZ")]
    [InlineData("SystemRoot")]
    public void What_a_program_needs_of_the_machine_is_there(string name)
    {
        var variables = DashboardEnvironment.Create(DashboardSettingsReaderTests.Read(), _resourceService, "/run/tmcp", asked => asked == name ? "here" : null);

        Assert.Equal("here", variables[name]);
    }

    [Fact]
    public void It_is_told_where_to_listen_whom_to_ask_and_whose_end_to_follow()
    {
        var settings = DashboardSettingsReaderTests.Read(("ASPNETCORE_URLS", "http://localhost:15888;http://*:15889"));

        var variables = DashboardEnvironment.Create(settings, _resourceService, "/run/tmcp", _ => null);

        Assert.Equal("http://localhost:15888;http://*:15889", variables["ASPNETCORE_URLS"]);
        Assert.Equal("http://127.0.0.1:5000/", variables["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"]);
        Assert.Equal(settings.ResourceServiceApiKey, variables["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"]);
        Assert.Equal(settings.BrowserToken, variables["DASHBOARD__FRONTEND__BROWSERTOKEN"]);
        Assert.Equal(("ApiKey", settings.OtlpApiKey), (variables["DASHBOARD__OTLP__AUTHMODE"], variables["DASHBOARD__OTLP__PRIMARYAPIKEY"]));
        Assert.Equal($"{Environment.ProcessId}", variables["ASPIRE_CLI_PID"]);
        Assert.Equal("/run/tmcp", variables["HOME"]);
    }

    [Fact]
    public void Its_own_settings_are_passed_on_but_do_not_replace_ours()
    {
        var settings = DashboardSettingsReaderTests.Read(
            ("ASPIRE_DASHBOARD_FORWARDEDHEADERS_ENABLED", "true"),
            ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:0"));

        var variables = DashboardEnvironment.Create(settings, _resourceService, "/run/tmcp", _ => null);

        Assert.Equal("true", variables["ASPIRE_DASHBOARD_FORWARDEDHEADERS_ENABLED"]);
        Assert.Equal(settings.OtlpGrpc.Binding, variables["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"]);
    }

    [Fact]
    public void Anonymous_access_needs_no_token_in_the_address()
    {
        var settings = DashboardSettingsReaderTests.Read(("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "true"));

        var variables = DashboardEnvironment.Create(settings, _resourceService, "/run/tmcp", _ => null);

        Assert.Equal(("Unsecured", "Unsecured"), (variables["DASHBOARD__FRONTEND__AUTHMODE"], variables["DASHBOARD__OTLP__AUTHMODE"]));
        Assert.DoesNotContain("login", settings.LoginUrl.ToString(), StringComparison.Ordinal);
    }
}
