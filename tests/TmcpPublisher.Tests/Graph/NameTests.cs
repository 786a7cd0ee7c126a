using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Graph;

public sealed class NameTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"name\": \"same\"", "the workload name 'same' belongs to 'a' and 'b'.")]
    [InlineData("\"short\": \"same\"", "the stem 'same' belongs to 'a' and 'b'.")]
    [InlineData("\"app\": \"same\"", "the label app 'same' belongs to 'a' and 'b'.")]
    public void Name_of_two_workloads_is_refused(string member, string expected)
    {
        var problems = _folder.Problems($$"""
            "a": { "type": "container.v0", "image": "x:1" }, "b": { "type": "container.v0", "image": "x:1" },
            "a-k8s": { "type": "tmcp.kubernetes.v0", "for": "a", "workload": { {{member}} } }, "b-k8s": { "type": "tmcp.kubernetes.v0", "for": "b", "workload": { {{member}} } }
            """);

        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Public_path_of_two_workloads_is_refused()
    {
        const string Bindings = """ "bindings": { "http": { "scheme": "http", "targetPort": 80 } } """;

        var problem = _folder.Problem($$"""
            "a": { "type": "container.v0", "image": "x:1", {{Bindings}} }, "b": { "type": "container.v0", "image": "x:1", {{Bindings}} },
            "a-k8s": { "type": "tmcp.kubernetes.v0", "for": "a", "expose": [ { "path": "/x" } ] }, "b-k8s": { "type": "tmcp.kubernetes.v0", "for": "b", "expose": [ { "path": "/x" } ] }
            """);

        Assert.Contains("the public path '/x' belongs to 'a' and 'b'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_that_differ_in_case_only_are_refused() =>
        Assert.Contains(
            _folder.Problems(""" "web": { "type": "container.v0", "image": "x:1" }, "Web": { "type": "container.v0", "image": "x:1" } """),
            problem => problem.Contains("the folder 'web' belongs to 'web' and 'Web'", StringComparison.Ordinal));

    [Fact]
    public void Capitals_and_underscores_of_a_foreign_name_become_legal()
    {
        var workload = _folder.Graph(""" "My_Service": { "type": "container.v0", "image": "x:1", "bindings": { "http": { "scheme": "http", "targetPort": 80 } } } """).Workloads.Single();

        Assert.Equal(("My_Service", "my-service", "my-service-service"), (workload.Resource, workload.Name, workload.Service));
    }

    [Fact]
    public void Long_name_is_shortened_and_stays_its_own()
    {
        var names = _folder.Graph($$""" "{{new string('a', 55)}}-one": { "type": "container.v0", "image": "x:1" }, "{{new string('a', 55)}}-two": { "type": "container.v0", "image": "x:1" } """)
            .Workloads.Select(workload => workload.Stem).ToArray();

        Assert.All(names, name => Assert.True(name.Length <= 40, name));
        Assert.NotEqual(names[0], names[1]);
    }
}
