using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tmcp.ServiceDefaults.Tenancy;

namespace TmcpServiceDefaults.Tests;

public sealed class TenantTests
{
    [Fact]
    public async Task Tenant_comes_back_in_the_answer_and_goes_on_to_the_next_service()
    {
        await using var upstream = await TestService.StartAsync(map: app => app.MapGet("/tenant", (TenantAccessor tenants) => tenants.Current ?? "none"));
        await using var service = await TestService.StartAsync(map: app => app.MapGet("/ask", (IHttpClientFactory clients) =>
            clients.CreateClient().GetStringAsync(new Uri(upstream.Address, "/tenant"))));
        service.Client.DefaultRequestHeaders.Add("X-Tenant", "acme");

        using var response = await service.Client.GetAsync("/ask");

        Assert.Equal("acme", await response.Content.ReadAsStringAsync());
        Assert.Equal("acme", Assert.Single(response.Headers.GetValues("X-Tenant")));
    }

    [Fact]
    public async Task Without_the_header_there_is_no_tenant()
    {
        await using var service = await TestService.StartAsync(map: app => app.MapGet("/tenant", (TenantAccessor tenants) => tenants.Current ?? "none"));

        using var response = await service.Client.GetAsync("/tenant");

        Assert.Equal("none", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("X-Tenant"));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_name_that_is_not_one_is_refused_with_problem_details(string name)
    {
        await using var service = await TestService.StartAsync();
        service.Client.DefaultRequestHeaders.Add("X-Tenant", name);

        using var response = await service.Client.GetAsync("/alive");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Tenant_route_and_status_are_on_the_span()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using (var service = await TestService.StartAsync(map: app => app.MapGet("/items/{id}", (string id) => id)))
        {
            service.Client.DefaultRequestHeaders.Add("X-Tenant", "acme-span");
            await service.Client.GetStringAsync("/items/7");
        }

        var span = Assert.Single(spans, span => Equals(span.GetTagItem("tenant.id"), "acme-span"));
        Assert.Equal("GET /items/{id}", span.DisplayName);
        Assert.Equal("/items/{id}", span.GetTagItem("http.route"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
    }
}
