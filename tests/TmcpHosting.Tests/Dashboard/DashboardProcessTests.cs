using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Dashboard;

public sealed class DashboardProcessTests
{
    private const string Span =
        """
        {"resourceSpans":[{"resource":{"attributes":[
          {"key":"service.name","value":{"stringValue":"bridge"}},{"key":"service.instance.id","value":{"stringValue":"abcdwxyz"}}]},
          "scopeSpans":[{"scope":{"name":"test"},"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",
          "name":"list campaigns","kind":2,"startTimeUnixNano":"1795226400000000000","endTimeUnixNano":"1795226400100000000"}]}]}]}
        """;

    [EngineFact]
    public async Task The_real_dashboard_serves_pages_to_who_has_the_token_and_takes_telemetry_from_who_has_the_key()
    {
        await using var dashboard = await DashboardProcess.StartAsync();

        // Pages: style sheet there, sign-in asked for, wrong token refused, right token accepted.
        Assert.Equal(HttpStatusCode.OK, (await dashboard.Browser.GetAsync("/css/app.css")).StatusCode);
        Assert.StartsWith("/login", await RedirectAsync(dashboard, "/"), StringComparison.Ordinal);
        Assert.StartsWith("/login", await RedirectAsync(dashboard, "/login?t=wrong"), StringComparison.Ordinal);
        Assert.Equal("/", await RedirectAsync(dashboard, dashboard.Settings.LoginUrl.PathAndQuery));

        // Telemetry: refused without the key, found again with it.
        var receiver = new Uri(dashboard.Settings.OtlpHttp.Url, "v1/traces");
        Assert.Equal(HttpStatusCode.Unauthorized, await SendSpanAsync(receiver, "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendSpanAsync(receiver, null));
        Assert.Equal(HttpStatusCode.OK, await SendSpanAsync(receiver, dashboard.Settings.OtlpApiKey));
        var spans = await QueryAsync(dashboard, "/api/telemetry/spans");
        Assert.Contains("list campaigns", spans, StringComparison.Ordinal);
        Assert.Contains("abcdwxyz", spans, StringComparison.Ordinal);

        // Its output is re-logged by the app host: the token must not be in it.
        Assert.DoesNotContain(dashboard.Settings.BrowserToken, dashboard.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_real_dashboard_ends_with_the_process_it_was_started_for()
    {
        using var owner = Process.Start(new ProcessStartInfo("sleep", "600"))!;
        try
        {
            await using var dashboard = await DashboardProcess.StartAsync(owner.Id);
            Assert.False(dashboard.HasExited);

            owner.Kill();

            await Eventually.TrueAsync(() => dashboard.HasExited, TimeSpan.FromSeconds(10), () => dashboard.Output);
        }
        finally
        {
            if (!owner.HasExited)
                owner.Kill();
        }
    }

    private static async Task<string> RedirectAsync(DashboardProcess dashboard, string path)
    {
        using var response = await dashboard.Browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return new Uri(dashboard.Browser.BaseAddress!, response.Headers.Location!).PathAndQuery;
    }

    private static async Task<HttpStatusCode> SendSpanAsync(Uri receiver, string? key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver) { Content = new StringContent(Span, null, "application/json") };
        if (key is not null)
            request.Headers.Add("x-otlp-api-key", key);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> QueryAsync(DashboardProcess dashboard, string path)
    {
        using var exchange = await dashboard.Browser.PostAsJsonAsync("/api/telemetry/validateToken", new { token = dashboard.Settings.BrowserToken });
        var key = (await exchange.Content.ReadFromJsonAsync<JsonObject>())!["apiKey"]!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-api-key", key);
        using var response = await dashboard.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
