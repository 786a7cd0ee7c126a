using Aspire.Hosting.Dashboard.Protocol;
using Aspire.Hosting.Dashboard.ResourceService;
using Google.Protobuf.WellKnownTypes;

namespace TmcpHosting.Tests.Dashboard;

public sealed class ResourceRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 2, 15, 0, TimeSpan.Zero);

    /// <summary>What is wrong, and what the rules must have said about it.</summary>
    private static readonly Dictionary<string, (Action<Resource> Spoil, string Named)> _violations = new()
    {
        ["type"] = (resource => resource.ResourceType = "", "type is missing"),
        ["property without value"] = (resource => resource.Properties.Add(new ResourceProperty { Name = "a" }), "property 'a'"),
        ["property with an empty value"] = (resource => resource.Properties.Add(new ResourceProperty { Name = "a", Value = new Value() }), "property 'a'"),
        ["property without name"] = (resource => resource.Properties.Add(new ResourceProperty { Name = " ", Value = Value.ForNull() }), "no name"),
        ["property twice"] = (resource => resource.Properties.Add(
            [
                new ResourceProperty { Name = "a", Value = Value.ForString("old") },
                new ResourceProperty { Name = "a", Value = Value.ForString("new") },
            ]), "twice"),
        ["relationship without name"] = (resource => resource.Relationships.Add(new ResourceRelationship { Type = "Reference" }), "(Reference)"),
        ["relationship without type"] = (resource => resource.Relationships.Add(new ResourceRelationship { ResourceName = "redis", Type = " " }), "'redis'"),
        ["command without name"] = (resource => resource.Commands.Add(new ResourceCommand { DisplayName = "Start" }), "command ''"),
        ["command without title"] = (resource => resource.Commands.Add(new ResourceCommand { Name = "start" }), "command 'start'"),
        ["command of no state"] = (resource => resource.Commands.Add(new ResourceCommand { Name = "start", DisplayName = "Start", State = (ResourceCommandState)9 }), "command 'start'"),
        ["command icon"] = (resource => resource.Commands.Add(new ResourceCommand { Name = "x", DisplayName = "X", IconVariant = (IconVariant)7 }), "icon variant 7 of command 'x'"),
        ["icon"] = (resource => resource.IconVariant = (IconVariant)7, "icon variant 7"),
        ["URL"] = (resource => resource.Urls.Add(new Url { FullUrl = "not a url" }), "'not a url'"),
        ["environment"] = (resource => resource.Environment.Add(new EnvironmentVariable { Value = "1" }), "environment variable"),
        ["health"] = (resource => resource.HealthReports.Add(new HealthReport { Key = "http", Status = (HealthStatus)5 }), "status 5"),
    };

    public static TheoryData<string> Violations => [.. _violations.Keys];

    [Theory]
    [MemberData(nameof(Violations))]
    public void What_breaks_a_rule_is_dropped_and_named_and_the_rest_stays(string what)
    {
        var (spoil, named) = _violations[what];
        var resource = Whole();
        spoil(resource);

        var violations = ResourceRules.Enforce(resource, _now);

        Assert.True(violations.Count == 1 && violations[0].Contains(named, StringComparison.Ordinal), $"{what}: {string.Join(", ", violations)}");
        Assert.Empty(ResourceRules.Enforce(resource, _now));
        Assert.Contains(resource.Properties, property => property.Name == "resource.state");
        Assert.Single(resource.Urls);
        Assert.Contains(resource.Commands, command => command.Name == "stop");
        Assert.Single(resource.Relationships);
    }

    [Fact]
    public void Of_two_properties_with_one_name_the_last_stays()
    {
        var resource = Whole();
        resource.Properties.Add(new ResourceProperty { Name = "resource.state", Value = Value.ForString("Exited") });

        ResourceRules.Enforce(resource, _now);

        Assert.Equal("Exited", Assert.Single(resource.Properties).Value.StringValue);
    }

    [Fact]
    public void What_has_an_obvious_value_gets_it()
    {
        var resource = new Resource { Name = "bridge-abcdwxyz", ResourceType = "Project", Urls = { new Url { FullUrl = "http://localhost:7999" } } };

        Assert.Empty(ResourceRules.Enforce(resource, _now));

        Assert.Equal("bridge-abcdwxyz", resource.DisplayName);
        Assert.Equal("bridge-abcdwxyz", resource.Uid);
        Assert.Equal(_now, resource.CreatedAt.ToDateTimeOffset());
        Assert.NotNull(resource.Urls[0].DisplayProperties);
    }

    [Fact]
    public void A_resource_without_a_name_cannot_be_shown() =>
        Assert.Throws<ArgumentException>(() => ResourceRules.Enforce(new Resource { ResourceType = "Project" }, _now));

    private static Resource Whole() => new()
    {
        Name = "bridge-abcdwxyz",
        DisplayName = "bridge",
        ResourceType = "Project",
        State = "Running",
        Properties = { new ResourceProperty { Name = "resource.state", Value = Value.ForString("Running") } },
        Urls = { new Url { FullUrl = "http://localhost:7999" } },
        Commands = { new ResourceCommand { Name = "stop", DisplayName = "Stop" } },
        Relationships = { new ResourceRelationship { ResourceName = "pocketbase", Type = "Reference" } },
    };
}
