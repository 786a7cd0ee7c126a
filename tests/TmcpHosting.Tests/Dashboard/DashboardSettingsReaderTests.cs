using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.Dashboard.Process;
using Microsoft.Extensions.Configuration;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Dashboard;

public sealed class DashboardSettingsReaderTests
{
    [Fact]
    public void Without_settings_every_listener_has_a_port_and_every_secret_is_new()
    {
        var (first, second) = (Read(), Read());

        Assert.Equal("localhost", Assert.Single(first.Frontend).Host);
        Assert.Equal(3, new[] { first.Frontend[0].Port, first.OtlpGrpc.Port, first.OtlpHttp.Port }.Where(port => port > 0).Distinct().Count());
        Assert.All([first.BrowserToken, first.OtlpApiKey, first.ResourceServiceApiKey], key => Assert.Matches("^[0-9a-f]{32}$", key));
        Assert.Equal(6, new[] { first, second }.SelectMany(settings => new[] { settings.BrowserToken, settings.OtlpApiKey, settings.ResourceServiceApiKey }).Distinct().Count());
        Assert.False(first.AllowsAnonymous);
    }

    [Fact]
    public void The_pages_are_where_the_launch_profile_says()
    {
        var settings = Read(("ASPNETCORE_URLS", "http://localhost:15888; http://*:15889"));

        Assert.Equal(["http://localhost:15888", "http://*:15889"], settings.Frontend.Select(address => address.Binding));
        Assert.Equal("http://localhost:15889/", settings.Frontend[1].Url.ToString());
        Assert.StartsWith("http://localhost:15888/login?t=", settings.LoginUrl.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPIRE_")]
    [InlineData("DOTNET_")]
    public void Each_setting_has_a_new_and_an_old_name(string prefix)
    {
        var settings = Read(
            ($"{prefix}DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:4317"),
            ($"{prefix}DASHBOARD_OTLP_HTTP_ENDPOINT_URL", "http://localhost:4318"),
            ($"{prefix}RESOURCE_SERVICE_ENDPOINT_URL", "http://localhost:4319"),
            ($"{prefix}DASHBOARD_FRONTEND_BROWSERTOKEN", "open sesame"),
            ($"{prefix}DASHBOARD_RESOURCESERVICE_APIKEY", "rs"),
            ($"{prefix}DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "false"));

        Assert.Equal((4317, 4318, 4319), (settings.OtlpGrpc.Port, settings.OtlpHttp.Port, settings.ResourceServicePort));
        Assert.Equal(("open sesame", "rs"), (settings.BrowserToken, settings.ResourceServiceApiKey));
        Assert.EndsWith("/login?t=open%20sesame", settings.LoginUrl.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_of_zero_is_replaced_because_the_dashboard_cannot_take_it()
    {
        var settings = Read(("ASPNETCORE_URLS", "http://localhost:0"), ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://127.0.0.1:0"));

        Assert.NotEqual(0, settings.Frontend[0].Port);
        Assert.NotEqual(0, settings.OtlpGrpc.Port);
        Assert.NotEqual(settings.Frontend[0].Port, settings.OtlpGrpc.Port);
    }

    [Fact]
    public void Tests_that_randomise_ports_ignore_fixed_ones()
    {
        var settings = Read(
            ("DcpPublisher:RandomizePorts", "true"),
            ("ASPNETCORE_URLS", "http://localhost:8080"),
            ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:4317"),
            ("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "http://localhost:4319"));

        Assert.DoesNotContain(8080, settings.Frontend.Select(address => address.Port));
        Assert.NotEqual(4317, settings.OtlpGrpc.Port);
        Assert.Equal(0, settings.ResourceServicePort);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "localhost:15888")]
    [InlineData("ASPNETCORE_URLS", "ftp://localhost:15888")]
    [InlineData("ASPNETCORE_URLS", "http://unix:/tmp/x.sock")]
    [InlineData("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "4317")]
    [InlineData("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "http://example.org:4319")]
    [InlineData("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "https://localhost:4319")]
    public void A_wrong_address_is_named_with_its_setting(string name, string value)
    {
        var exception = Assert.Throws<DistributedApplicationException>(() => Read((name, value)));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_telemetry_key_is_the_same_in_every_run_of_a_user()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("tmcp-test-").FullName, "secrets.json");
        try
        {
            var store = new UserSecretsStore(file);
            var first = Read(store);
            Assert.Equal(first.OtlpApiKey, Read(store).OtlpApiKey);
            Assert.NotEqual(first.BrowserToken, Read(store).BrowserToken);

            // Parallel test runs must not touch it.
            Assert.NotEqual(first.OtlpApiKey, Read(store, ("DcpPublisher:RandomizePorts", "true")).OtlpApiKey);
            Assert.Equal("mine", Read(store, ("AppHost:OtlpApiKey", "mine")).OtlpApiKey);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Theory]
    [InlineData("TmcpAppHost", "Tmcp")]
    [InlineData("Contoso.Shop.AppHost", "Contoso.Shop")]
    [InlineData("AppHost", "AppHost")]
    [InlineData("Shop", "Shop")]
    public void The_title_drops_the_ending_of_the_programs_name(string program, string title) =>
        Assert.Equal(title, new DashboardSettingsReader(new ConfigurationBuilder().Build(), new(), program).Read(new UserSecretsStore((string?)null)).ApplicationName);

    [Fact]
    public void A_taken_port_is_named_with_its_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var exception = Assert.Throws<DistributedApplicationException>(() => DashboardPorts.EnsureFree(Read(("ASPNETCORE_URLS", $"http://localhost:{port}"))));

        Assert.Contains($"port {port} is taken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_and_telemetry_cannot_share_a_port()
    {
        var port = FreePort.Next();
        var settings = Read(("ASPNETCORE_URLS", $"http://localhost:{port}"), ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", $"http://localhost:{port}"));

        var exception = Assert.Throws<DistributedApplicationException>(() => DashboardPorts.EnsureFree(settings));

        Assert.Contains("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", exception.Message, StringComparison.Ordinal);
    }

    internal static DashboardSettings Read(params (string Name, string Value)[] configuration) => Read(new UserSecretsStore((string?)null), configuration);

    private static DashboardSettings Read(UserSecretsStore secrets, params (string Name, string Value)[] configuration) =>
        new DashboardSettingsReader(
            new ConfigurationBuilder().AddInMemoryCollection(configuration.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build(),
            new DistributedApplicationOptions(),
            "TmcpAppHost").Read(secrets);
}
