using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace TmcpHosting.Tests.Testing;

internal sealed class SampleFactory(params string[] args) : DistributedApplicationFactory(typeof(Projects.SampleAppHost), args)
{
    public List<string> Calls { get; } = [];

    protected override void OnBuilderCreating(DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions)
        => Calls.Add($"creating, dashboard {(applicationOptions.DisableDashboard ? "off" : "on")}");

    protected override void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder) => Calls.Add($"created, {applicationBuilder.Resources.Count} resources");

    protected override void OnBuilding(DistributedApplicationBuilder applicationBuilder)
    {
        applicationBuilder.Services.RemoveAll<IHostedService>();
        Calls.Add($"building, {applicationBuilder.Resources.Count} resources");
    }

    protected override void OnBuilt(DistributedApplication application) => Calls.Add("built");
}
