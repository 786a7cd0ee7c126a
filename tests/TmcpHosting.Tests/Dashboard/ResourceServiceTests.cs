using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;
using Aspire.Hosting.Dashboard.ResourceService;

namespace TmcpHosting.Tests.Dashboard;

public sealed class ResourceServiceTests
{
    [Fact]
    public async Task Every_method_of_the_contract_is_served()
    {
        await using var service = await ResourceServiceFixture.StartAsync();
        var contract = DashboardServiceReflection.Descriptor.Services.Single();

        Assert.Equal(ResourceServiceMethods.ServiceName, contract.FullName);
        foreach (var method in contract.Methods)
        {
            using var call = await service.Client.OpenAsync(method.Name);
            await call.WriteAsync([9, 0, 0, 0, 0]);
            call.CompleteRequest();

            // A flag byte of 9 is refused by a method that reads; a method that is not there answers "unimplemented".
            Assert.Equal((method.Name, GrpcStatus.Internal), (method.Name, (await call.StatusAsync()).Status));
        }
    }

    [Fact]
    public async Task The_title_is_the_name_of_the_AppHost_without_its_ending()
    {
        await using var service = await ResourceServiceFixture.StartAsync();
        using var call = await service.Client.CallAsync("GetApplicationInformation", new ApplicationInformationRequest());

        var answer = await call.ReadAsync(ApplicationInformationResponse.Parser);

        Assert.Equal(("Tmcp", ""), (answer?.ApplicationName, answer?.MinDashboardVersion));
        Assert.Equal(GrpcStatus.Ok, (await call.StatusAsync()).Status);
    }

    [Fact]
    public async Task The_first_message_lists_all_resources_even_if_there_are_none()
    {
        await using var service = await ResourceServiceFixture.StartAsync();
        using var call = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());

        var first = await call.ReadAsync(WatchResourcesUpdate.Parser);

        Assert.Equal(WatchResourcesUpdate.KindOneofCase.InitialData, first?.KindCase);
        Assert.Empty(first!.InitialData.Resources);
    }

    [Fact]
    public async Task Changes_follow_and_a_reconnect_begins_with_the_whole_list()
    {
        var bridge = ResourceServiceFixture.Executable("bridge");
        await using var service = await ResourceServiceFixture.StartAsync(bridge);
        using var call = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());
        await call.ReadAsync(WatchResourcesUpdate.Parser);

        await service.Notifications.PublishUpdateAsync(bridge, snapshot => snapshot with { State = KnownResourceStates.Running });

        await call.ReadUntilAsync(WatchResourcesUpdate.Parser, update => update.Changes.Value.Any(change =>
            change.Upsert is { Name: "bridge-abcdwxyz", State: "Running" }));
        using var second = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest { IsReconnect = true });
        var again = await second.ReadAsync(WatchResourcesUpdate.Parser);
        Assert.Equal("Running", Assert.Single(again!.InitialData.Resources).State);
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_nobody_up()
    {
        var bridge = ResourceServiceFixture.Executable("bridge");
        await using var service = await ResourceServiceFixture.StartAsync(bridge);
        using var lazy = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());
        using var attentive = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());
        var ballast = new string('x', 50_000);

        // 100 MB: far more than all windows and buffers of a connection hold.
        for (var i = 0; i < 2000; i++)
            await service.Notifications.PublishUpdateAsync(bridge, snapshot => snapshot with { State = $"{i} {ballast}" });

        var last = await attentive.ReadUntilAsync(WatchResourcesUpdate.Parser, update =>
            update.Changes?.Value.Any(change => change.Upsert.State.StartsWith("1999 ", StringComparison.Ordinal)) == true);
        Assert.Single(last.Changes.Value);
    }

    [Fact]
    public async Task A_snapshot_that_breaks_a_rule_costs_one_field_and_not_the_stream()
    {
        var bridge = ResourceServiceFixture.Executable("bridge");
        await using var service = await ResourceServiceFixture.StartAsync(bridge);
        using var call = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());

        await service.Notifications.PublishUpdateAsync(bridge, snapshot => snapshot with
        {
            State = "Odd",
            Relationships = [new RelationshipSnapshot("", "Reference"), new RelationshipSnapshot("redis", "Reference")],
        });

        var update = await call.ReadUntilAsync(WatchResourcesUpdate.Parser, update => update.Changes?.Value[0].Upsert.State == "Odd");
        Assert.Equal("redis", Assert.Single(update.Changes.Value[0].Upsert.Relationships).ResourceName);
    }

    [Fact]
    public async Task A_resource_that_was_healthy_once_is_unhealthy_and_not_starting_again()
    {
        var bridge = ResourceServiceFixture.Executable("bridge");
        bridge.Annotations.Add(new HealthCheckAnnotation("http"));
        await using var service = await ResourceServiceFixture.StartAsync(bridge);
        using var call = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());

        await PublishAsync("Running", null);
        await ShownAsync("Starting");
        await PublishAsync("Running", Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy);
        await ShownAsync("Running");
        await PublishAsync("Running", Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
        await call.ReadUntilAsync(WatchResourcesUpdate.Parser, update => update.Changes?.Value[0].Upsert is
            { State: "Running", HealthReports: [{ Status: HealthStatus.Unhealthy }] });
        await PublishAsync("Finished", null);
        await ShownAsync("Finished");
        await PublishAsync("Running", null);
        await ShownAsync("Starting");

        Task PublishAsync(string state, Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus? health) =>
            service.Notifications.PublishUpdateAsync(bridge, snapshot => snapshot with { State = state, HealthReports = [new("http", health, null, null)] });

        async Task ShownAsync(string state) =>
            await call.ReadUntilAsync(WatchResourcesUpdate.Parser, update => (update.Changes?.Value[0].Upsert ?? update.InitialData?.Resources.FirstOrDefault())?.State == state);
    }

    [Fact]
    public async Task Prompts_are_an_open_and_silent_stream_until_the_host_stops()
    {
        await using var service = await ResourceServiceFixture.StartAsync();
        using var call = await service.Client.OpenAsync("WatchInteractions");
        await call.HeadersAsync();
        await call.WriteAsync(new WatchInteractionsRequestUpdate { InteractionId = 1, Complete = new InteractionComplete() });

        service.Host.BeginStop();

        Assert.Equal(new GrpcTestStatus(GrpcStatus.Unavailable, "The app host is stopping.", TrailersOnly: false), await call.StatusAsync());
    }

    [Fact]
    public async Task A_file_that_nobody_asked_for_is_refused_by_name()
    {
        await using var service = await ResourceServiceFixture.StartAsync();
        using var call = await service.Client.CallAsync("UploadFile", new UploadFileChunk { FileName = "seed.json", InteractionId = 3, InputName = "seed" });

        var status = await call.StatusAsync();

        Assert.Equal(GrpcStatus.NotFound, status.Status);
        Assert.Contains("seed.json", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_ends_every_watch_as_unavailable()
    {
        await using var service = await ResourceServiceFixture.StartAsync(ResourceServiceFixture.Executable("bridge"));
        using var resources = await service.Client.CallAsync("WatchResources", new WatchResourcesRequest());
        using var logs = await service.Client.OpenAsync("WatchResourceConsoleLogs");
        await logs.WriteAsync(new WatchResourceConsoleLogsRequest { ResourceName = "bridge" });
        logs.CompleteRequest();
        await resources.ReadAsync(WatchResourcesUpdate.Parser);

        service.Host.BeginStop();

        Assert.Equal(GrpcStatus.Unavailable, (await resources.StatusAsync()).Status);
        Assert.Equal(GrpcStatus.Unavailable, (await logs.StatusAsync()).Status);
    }
}
