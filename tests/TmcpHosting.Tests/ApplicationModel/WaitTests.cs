using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class WaitTests
{
    [Fact]
    public void Each_kind_of_wait_is_an_annotation_and_a_relation()
    {
        var builder = TestApplication.Create();
        var a = builder.AddTool("a");
        var tool = builder.AddTool("tool")
            .WaitFor(a, WaitBehavior.StopOnResourceUnavailable)
            .WaitForStart(a)
            .WaitForCompletion(a, exitCode: 3);

        Assert.Equal(
            [
                (WaitType.WaitUntilHealthy, WaitBehavior.StopOnResourceUnavailable, 0),
                (WaitType.WaitUntilStarted, (WaitBehavior?)null, 0),
                (WaitType.WaitForCompletion, null, 3),
            ],
            tool.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => (wait.WaitType, wait.WaitBehavior, wait.ExitCode)));
        Assert.All(tool.Resource.Annotations.OfType<ResourceRelationshipAnnotation>(), relation => Assert.Equal(("WaitFor", a.Resource), (relation.Type, relation.Resource)));
    }

    [Fact]
    public void Waiting_for_a_child_waits_for_its_parents_too()
    {
        var builder = TestApplication.Create();
        var server = builder.AddTool("server");
        var database = builder.AddResource(new TestChild("database", server.Resource));
        var table = builder.AddResource(new TestChild("table", database.Resource));

        var tool = builder.AddTool("tool").WaitFor(table);
        var once = builder.AddTool("once").WaitForCompletion(table);

        Assert.Equal(["table", "database", "server"], tool.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name));
        Assert.Equal(["table"], once.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name));
    }

    [Fact]
    public void Waiting_for_itself_or_a_parent_is_refused()
    {
        var builder = TestApplication.Create();
        var server = builder.AddTool("server");
        var database = builder.AddResource(new TestChild("database", server.Resource));

        Assert.Contains("itself", Assert.Throws<DistributedApplicationException>(() => server.WaitFor(server)).Message, StringComparison.Ordinal);
        Assert.Contains("its parent 'server'", Assert.Throws<DistributedApplicationException>(() => database.WaitFor(server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_is_found_and_told_as_a_chain()
    {
        var builder = TestApplication.Create();
        var (a, b, c) = (builder.AddTool("a"), builder.AddTool("b"), builder.AddTool("c"));
        builder.AddTool("outside").WaitFor(a);
        a.WaitFor(b);
        b.WaitForStart(c);
        c.WaitFor(a);

        var failure = Assert.Throws<DistributedApplicationException>(() => ModelValidation.ThrowIfWaitsFormACycle(builder.Resources));

        Assert.Contains("'a' → 'b' → 'c' → 'a'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_to_the_same_resource_are_no_cycle()
    {
        var builder = TestApplication.Create();
        var bottom = builder.AddTool("bottom");
        var (left, right) = (builder.AddTool("left").WaitFor(bottom), builder.AddTool("right").WaitFor(bottom));
        builder.AddTool("top").WaitFor(left).WaitFor(right);

        ModelValidation.ThrowIfWaitsFormACycle(builder.Resources);
    }

    [Fact]
    public void Random_models_have_a_cycle_exactly_when_no_order_exists()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 500; round++)
        {
            var resources = Enumerable.Range(0, random.Next(2, 8)).Select(i => new ContainerResource($"r{i}")).ToArray();
            for (var edge = random.Next(0, 10); edge > 0; edge--)
            {
                var (from, to) = (resources[random.Next(resources.Length)], resources[random.Next(resources.Length)]);
                from.Annotations.Add(new WaitAnnotation(to, WaitType.WaitUntilHealthy));
            }

            var failure = Record.Exception(() => ModelValidation.ThrowIfWaitsFormACycle(resources));
            Assert.Equal(CanBeOrdered(resources), failure is null);
        }
    }

    [Fact]
    public void An_explicit_start_is_said_once() =>
        Assert.Single(TestApplication.Create().AddTool("tool").WithExplicitStart().WithExplicitStart().Resource.Annotations.OfType<ExplicitStartupAnnotation>());

    private static bool CanBeOrdered(IEnumerable<IResource> resources)
    {
        var left = resources.ToHashSet();
        while (left.RemoveWhere(resource => resource.Annotations.OfType<WaitAnnotation>().All(wait => !left.Contains(wait.Resource))) > 0)
        {
            // Each round takes away what waits for nothing that is left.
        }

        return left.Count == 0;
    }
}
