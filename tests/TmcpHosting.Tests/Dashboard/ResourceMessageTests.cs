using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.ResourceService;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Proto = Aspire.Hosting.Dashboard.Protocol;

namespace TmcpHosting.Tests.Dashboard;

public sealed class ResourceMessageTests
{
    private static readonly DateTime _created = new(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_instance_is_known_by_its_id_and_shown_by_its_name()
    {
        var message = Map(Bridge(), Snapshot());

        Assert.Equal(("bridge-abcdwxyz", "bridge", "bridge-abcdwxyz", "Project"), (message.Name, message.DisplayName, message.Uid, message.ResourceType));
    }

    [Fact]
    public void Every_snapshot_even_an_empty_one_keeps_the_rules()
    {
        var message = Map(Bridge(), new CustomResourceSnapshot { ResourceType = "Project", Properties = default, Urls = default, Commands = default });

        Assert.Empty(ResourceRules.Enforce(message, DateTimeOffset.UnixEpoch));
        Assert.Empty(message.Urls);
    }

    [Fact]
    public void The_details_page_finds_everything_among_the_properties()
    {
        var message = Map(Bridge(), Snapshot() with
        {
            State = KnownResourceStates.Finished,
            ExitCode = -1,
            StartTimeStamp = _created.AddSeconds(1),
            StopTimeStamp = _created.AddSeconds(2),
        });

        Assert.Equal("Finished", Text(message, "resource.state"));
        Assert.Equal("-1", Text(message, "resource.exitCode"));
        Assert.Equal("bridge-abcdwxyz", Text(message, "resource.uid"));
        Assert.Equal("bridge", Text(message, "resource.displayName"));
        Assert.Equal("2026-11-21T02:00:00.0000000Z", Text(message, "resource.createTime"));
        Assert.Equal("2026-11-21T02:00:01.0000000Z", Text(message, "resource.startTime"));
        Assert.Equal("2026-11-21T02:00:02.0000000Z", Text(message, "resource.stopTime"));
        Assert.Equal(Value.KindOneofCase.NullValue, Find(message, "resource.healthState").Value.KindCase);
    }

    [Theory]
    [InlineData("/src/Bridge.csproj", "project.path", Value.KindOneofCase.StringValue)]
    [InlineData(4711, "executable.pid", Value.KindOneofCase.NumberValue)]
    [InlineData(4711L, "executable.pid", Value.KindOneofCase.NumberValue)]
    [InlineData(double.NaN, "ratio", Value.KindOneofCase.StringValue)]
    [InlineData(true, "flag", Value.KindOneofCase.BoolValue)]
    [InlineData(null, "container.id", Value.KindOneofCase.NullValue)]
    [InlineData(new[] { "serve", "--dir" }, "executable.args", Value.KindOneofCase.ListValue)]
    [InlineData(new[] { 0, 1 }, "resource.appArgsSensitivity", Value.KindOneofCase.ListValue)]
    [InlineData(DayOfWeek.Friday, "day", Value.KindOneofCase.StringValue)]
    public void A_value_keeps_its_kind(object? value, string name, Value.KindOneofCase kind)
    {
        var message = Map(Bridge(), Snapshot() with { Properties = [new ResourcePropertySnapshot(name, value)] });

        Assert.Equal(kind, Find(message, name).Value.KindCase);
        Assert.Empty(ResourceRules.Enforce(message, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void The_facts_of_a_process_are_labelled_and_highlighted_in_a_fixed_order()
    {
        var message = Map(Bridge(), Snapshot() with
        {
            Properties = [new("executable.pid", 7), new("executable.args", new[] { "a" }), new("executable.path", "/bin/x"), new("other", "y")],
        });

        var shown = message.Properties.Where(property => property.IsHighlighted).OrderBy(property => property.SortOrder).ToArray();
        Assert.Equal(["executable.path", "executable.args", "executable.pid"], shown.Select(property => property.Name));
        Assert.Equal(["Executable path", "Executable arguments", "Process ID"], shown.Select(property => property.DisplayName));
    }

    [Fact]
    public void Secrets_are_marked_even_when_the_snapshot_forgot()
    {
        var secret = new ParameterResource("demo-password", _ => "hunter2", secret: true);
        var plain = new ParameterResource("region", _ => "eu");
        ImmutableArray<ResourcePropertySnapshot> value = [new("Value", "hunter2"), new("resource.connectionString", "a=b"), new("token", "t") { IsSensitive = true }];

        Assert.Equal(["Value", "resource.connectionString", "token"], Sensitive(Map(secret, Snapshot() with { Properties = value })));
        Assert.Equal(["resource.connectionString", "token"], Sensitive(Map(plain, Snapshot() with { Properties = value })));
    }

    [Fact]
    public void A_child_is_nested_below_the_id_of_its_parent()
    {
        var parent = Bridge();
        var child = new ExecutableResource("seed", "true", "/");
        child.Annotations.Add(new ResourceRelationshipAnnotation(parent, "Parent"));

        Assert.Equal("bridge-abcdwxyz", Text(Map(child, Snapshot()), "resource.parentName"));
        Assert.DoesNotContain(Map(parent, Snapshot()).Properties, property => property.Name == "resource.parentName");
    }

    [Fact]
    public void What_a_resource_waits_for_is_passed_on()
    {
        ImmutableArray<string> names = ["pocketbase", "ollama"];

        var message = Map(Bridge(), Snapshot() with { State = KnownResourceStates.Waiting, Properties = [new("resource.waitingFor", names)] });

        Assert.Equal("Waiting", message.State);
        Assert.Equal(names, Find(message, "resource.waitingFor").Value.ListValue.Values.Select(value => value.StringValue));
    }

    [Theory]
    [InlineData(null, false, "Starting")]
    [InlineData(HealthStatus.Unhealthy, false, "Starting")]
    [InlineData(HealthStatus.Degraded, false, "Running")]
    [InlineData(HealthStatus.Healthy, false, "Running")]
    [InlineData(HealthStatus.Unhealthy, true, "Running")]
    public void Running_is_shown_as_starting_until_first_healthy(HealthStatus? reported, bool hasBeenHealthy, string shown)
    {
        var snapshot = Snapshot() with { State = KnownResourceStates.Running, HealthReports = [new("http", reported, null, null)] };

        var message = ResourceMessage.Create(new ResourceEvent(Bridge(), "bridge-abcdwxyz", snapshot), hasBeenHealthy);

        Assert.Equal(shown, message.State);
        Assert.Equal(shown, Text(message, "resource.state"));
        Assert.Equal(
            shown == "Running" ? Value.KindOneofCase.StringValue : Value.KindOneofCase.NullValue,
            Find(message, "resource.healthState").Value.KindCase);
    }

    [Fact]
    public void A_check_that_has_not_run_has_no_status()
    {
        var message = Map(Bridge(), Snapshot() with
        {
            HealthReports = [new("waiting", null, null, null), new("good", HealthStatus.Healthy, "200", null), new("bad", HealthStatus.Unhealthy, null, "Boom")],
        });

        Assert.False(message.HealthReports[0].HasStatus);
        Assert.Equal((true, Proto.HealthStatus.Healthy, "200"), (message.HealthReports[1].HasStatus, message.HealthReports[1].Status, message.HealthReports[1].Description));
        Assert.Equal((Proto.HealthStatus.Unhealthy, "Boom"), (message.HealthReports[2].Status, message.HealthReports[2].Exception));
    }

    [Fact]
    public void A_check_carries_the_time_of_its_last_run_and_none_before_its_first()
    {
        var message = Map(Bridge(), Snapshot() with { HealthReports = [new("new", null, null, null), new("good", HealthStatus.Healthy, null, null) { LastRunAt = _created }] });

        Assert.Null(message.HealthReports[0].LastRunAt);
        Assert.Equal(_created, message.HealthReports[1].LastRunAt.ToDateTime());
    }

    [Fact]
    public void Urls_volumes_relationships_and_environment_are_passed_on()
    {
        var message = Map(Bridge(), Snapshot() with
        {
            Urls = [new UrlSnapshot("http", "http://localhost:7999", false) { DisplayProperties = new("Bridge", 3) }, new UrlSnapshot(null, "tcp://localhost:1", true) { IsInactive = true }],
            Volumes = [new VolumeSnapshot(null, "/data", "volume", true)],
            Relationships = [new RelationshipSnapshot("pocketbase", "WaitFor")],
            EnvironmentVariables = [new("PB_ADMIN_PASSWORD", "x", true), new("EMPTY", null, false)],
        });

        Assert.Equal(("http", "Bridge", 3), (message.Urls[0].EndpointName, message.Urls[0].DisplayProperties.DisplayName, message.Urls[0].DisplayProperties.SortOrder));
        Assert.False(message.Urls[1].HasEndpointName);
        Assert.True(message.Urls[1] is { IsInternal: true, IsInactive: true });
        Assert.Equal(("", "/data", true), (message.Volumes[0].Source, message.Volumes[0].Target, message.Volumes[0].IsReadOnly));
        Assert.Equal(("pocketbase", "WaitFor"), (message.Relationships[0].ResourceName, message.Relationships[0].Type));
        Assert.True(message.Environment[0].IsFromSpec);
        Assert.False(message.Environment[1].HasValue);
    }

    [Fact]
    public void A_command_has_its_state_icon_and_question()
    {
        var message = Map(Bridge(), Snapshot() with
        {
            IconName = "Database",
            Commands =
            [
                new("reset", ResourceCommandState.Disabled, "Reset", "Deletes all data", null, "Delete everything?", "Delete", IconVariant.Filled, true),
                new("look", ResourceCommandState.Hidden, "Look", null, null, null, null, null, false),
            ],
        });

        var reset = message.Commands[0];
        Assert.Equal((Proto.ResourceCommandState.Disabled, "Delete everything?", "Deletes all data"), (reset.State, reset.ConfirmationMessage, reset.DisplayDescription));
        Assert.Equal(("Delete", Proto.IconVariant.Filled, true), (reset.IconName, reset.IconVariant, reset.IsHighlighted));
        Assert.Equal(Proto.ResourceCommandState.Hidden, message.Commands[1].State);
        Assert.False(message.Commands[1].HasConfirmationMessage);
        Assert.Equal(("Database", Proto.IconVariant.Filled), (message.IconName, message.IconVariant));
    }

    private static ProjectResource Bridge()
    {
        var bridge = new ProjectResource("bridge");
        bridge.Annotations.Add(new ResourceInstancesAnnotation { Instances = [new ResourceInstance("bridge-abcdwxyz", "abcdwxyz", 0)] });
        return bridge;
    }

    private static CustomResourceSnapshot Snapshot() => new() { ResourceType = "Project", Properties = [], CreationTimeStamp = _created };

    private static Proto.Resource Map(IResource resource, CustomResourceSnapshot snapshot) =>
        ResourceMessage.Create(new ResourceEvent(resource, resource.ResourceIds()[0], snapshot), hasBeenHealthy: false);

    private static Proto.ResourceProperty Find(Proto.Resource message, string name) => Assert.Single(message.Properties, property => property.Name == name);

    private static string Text(Proto.Resource message, string name) => Find(message, name).Value.StringValue;

    private static IEnumerable<string> Sensitive(Proto.Resource message) =>
        message.Properties.Where(property => property.IsSensitive).Select(property => property.Name).Order(StringComparer.Ordinal);
}
