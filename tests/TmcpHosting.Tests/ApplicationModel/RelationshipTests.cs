using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class RelationshipTests
{
    [Fact]
    public void References_relate_once_and_to_everything_a_value_is_made_of()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpEndpoint();
        var password = builder.AddParameter("password", secret: true);
        var cache = builder.AddResource(new TestServer("cache", ReferenceExpression.Create($"{password}")));
        var tool = builder.AddTool("tool")
            .WithReference(api).WithReference(api.GetEndpoint("http"))
            .WithReference(cache)
            .WithEnvironment("URL", ReferenceExpression.Create($"{api.GetEndpoint("http")}{password}"))
            .WithArgs(api.GetEndpoint("http"));

        Assert.Equal(
            [("Reference", "api"), ("Reference", "cache"), ("Reference", "password")],
            RelationsOf(tool.Resource));
    }

    [Fact]
    public void A_reference_to_itself_is_no_relation()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint();
        tool.WithEnvironment("SELF", tool.GetEndpoint("http"));

        Assert.Empty(RelationsOf(tool.Resource));
    }

    [Fact]
    public void Parents_and_children_are_the_same_relation_from_both_sides()
    {
        var builder = TestApplication.Create();
        var parent = builder.AddTool("parent");
        var first = builder.AddTool("first").WithParentRelationship(parent);
        var second = builder.AddTool("second");
        parent.WithChildRelationship(second);

        Assert.Equal([("Parent", "parent")], RelationsOf(first.Resource));
        Assert.Equal([("Parent", "parent")], RelationsOf(second.Resource));
    }

    [Fact]
    public void Any_relation_can_be_named()
    {
        var builder = TestApplication.Create();
        var other = builder.AddTool("other");

        Assert.Equal([("Emulates", "other")], RelationsOf(builder.AddTool("tool").WithRelationship(other.Resource, "Emulates").Resource));
    }

    [Fact]
    public void The_last_icon_counts()
    {
        var icon = TestApplication.Create().AddTool("tool").WithIconName("Bot").WithIconName("Database", IconVariant.Regular)
            .Resource.Annotations.OfType<ResourceIconAnnotation>().Single();

        Assert.Equal(("Database", IconVariant.Regular), (icon.IconName, icon.IconVariant));
    }

    [Fact]
    public void Exclusion_from_the_manifest_is_a_fact_that_the_last_call_decides()
    {
        var builder = TestApplication.Create();
        var out1 = builder.AddTool("a").WithManifestPublishingCallback(_ => { }).ExcludeFromManifest();
        var in1 = builder.AddTool("b").ExcludeFromManifest().WithManifestPublishingCallback(_ => { });

        Assert.Equal((true, false), (out1.Resource.IsExcludedFromPublish(), in1.Resource.IsExcludedFromPublish()));
    }

    [Theory]
    [InlineData("Running", null, false)]
    [InlineData("Finished", 1, false)]
    [InlineData("Finished", 0, true)]
    public void A_resource_can_be_hidden_once_it_has_ended_well(string state, int? exitCode, bool isHidden)
    {
        var builder = TestApplication.Create();
        var once = builder.AddTool("once").WithHiddenOnCompletion();
        var always = builder.AddTool("always").WithHidden();
        var before = new CustomResourceSnapshot { ResourceType = "x", Properties = [], State = "Running" };

        Assert.Equal(isHidden, SnapshotRules.Following(once.Resource, before, before with { State = state, ExitCode = exitCode }).IsHidden);
        Assert.True(SnapshotRules.Initial(always.Resource).IsHidden);
    }

    private static IEnumerable<(string Type, string Name)> RelationsOf(IResource resource) =>
        resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relation => (relation.Type, relation.Resource.Name));
}
