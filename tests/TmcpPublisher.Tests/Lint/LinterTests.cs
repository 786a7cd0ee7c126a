using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Lint.Schemas;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Kustomize;
using Tmcp.Publisher.Tests.Schemas;
using Xunit;

namespace Tmcp.Publisher.Tests.Lint;

public sealed class LinterTests
{
    internal const string Marker = "a secret value that was seeded";

    private static readonly LintOptions Options = new() { RequireDigests = ["prod"], Markers = [Marker], Schemas = SchemaSet.Open(SmallSchemas.Folder) };

    public static TheoryData<string, string, string, string, string> Rows => Mutations.All;

    [Fact]
    public void Good_tree_has_no_findings() => Assert.Empty(Linter.Run(TreeFolder.Read(GoodTree.Folder), Options));

    [StrictSchemasFact]
    public void Good_tree_fits_the_strict_schemas()
        => Assert.Empty(Linter.Run(TreeFolder.Read(GoodTree.Folder), Options with { Schemas = SchemaSet.Open(StrictSchemas.Folder) }));

    [Theory]
    [MemberData(nameof(Rows))]
    public void One_changed_field_is_found_by_its_rule(string rule, string file, string old, string replacement, string path)
    {
        var findings = Linter.Run(GoodTree.With(file, old, replacement), Options);

        var finding = findings.FirstOrDefault(finding => finding.Rule == rule && finding.Path == path);
        Assert.True(finding is not null, $"Expected {rule} at '{path}', found:\n{string.Join('\n', findings)}");
        Assert.NotEmpty(finding.File);
        Assert.EndsWith(".", finding.What, StringComparison.Ordinal);
        Assert.Matches(@"[.?]$", finding.Remedy);
    }

    [Fact]
    public void Every_rule_has_a_failing_example()
    {
        var shown = Rows.Select(row => (string)row[0]).ToHashSet();

        Assert.Empty(LintRules.Ids.Except(shown));
        Assert.Empty(shown.Except(LintRules.Ids));
    }

    [Fact]
    public void Rule_ids_are_unique_and_described()
    {
        Assert.Equal(LintRules.Ids.Count(), LintRules.Ids.Distinct().Count());
        Assert.All(LintRules.All, rule => Assert.True(rule.Summary.Length > 10, rule.Id));
    }

    [Fact]
    public void Defect_of_the_base_is_one_finding_with_every_rendering()
    {
        var findings = Linter.Run(GoodTree.With("base/till/till.yaml", "runAsNonRoot: true, ", ""), Options);

        Assert.Equal(["components/spare", "overlays/prod", "overlays/staging"], Assert.Single(findings).Renderings);
    }

    [Fact]
    public void Component_that_no_environment_uses_is_tried_on_the_base()
    {
        var findings = Linter.Run(GoodTree.With("components/spare/kustomization.yaml", "/spec/replicas", "/spec/replica"), Options);

        Assert.Equal("components/spare/kustomization.yaml", Assert.Single(findings).File);
    }

    [Fact]
    public void Components_that_are_tried_do_not_take_each_others_services()
        => Assert.Empty(Linter.Run(GoodTree.With("overlays/prod/kustomization.yaml", "components: [../../components/crowd]\n", ""), Options));

    [Fact]
    public void Name_of_a_service_within_a_longer_text_is_reason_enough_for_its_policy()
        => Assert.Empty(Linter.Run(GoodTree.With("base/till/kustomization.yaml", "http://ledger-service/entries", "Host=ledger-service;Port=80"), Options));

    [Fact]
    public void Model_that_is_not_in_the_list_gets_the_nearest_one_suggested()
    {
        var findings = Linter.Run(TreeFolder.Read(GoodTree.Folder), Options with { Models = ["parrot:2b-q4_K_S", "owl:7b"] });

        var finding = Assert.Single(findings);
        Assert.Equal("model-name", finding.Rule);
        Assert.Contains("'parrot:2b-q4_K_S'", finding.Remedy, StringComparison.Ordinal);
        Assert.Empty(Linter.Run(TreeFolder.Read(GoodTree.Folder), Options with { Models = ["parrot:2b-q4_K_M"] }));
    }

    [Theory]
    [InlineData("till/TILL_API_KEY")]
    [InlineData("till-config/TILL_API_KEY")]
    public void Literal_that_a_person_declared_is_no_secret(string entry)
        => Assert.Empty(Linter.Run(GoodTree.With("base/till/kustomization.yaml", "TILL_GREETING=\"good day\"", "TILL_API_KEY=\"none\""), Options with { NotSecret = [entry] }));

    [Fact]
    public void Caller_outside_the_graph_may_be_declared_in_the_options_too()
        => Assert.Empty(Linter.Run(GoodTree.With("base/ledger/policy.yaml", "outside-callers: auditor", "outside-callers: nobody"), Options with { OutsideApps = ["auditor"] }));

    [Fact]
    public void Finding_never_shows_the_secret()
    {
        var findings = Linter.Run(GoodTree.With("base/till/kustomization.yaml", "TILL_GREETING=\"good day\"", "TILL_PASSWORD=\"open-sesame-7\""), Options);

        Assert.DoesNotContain("open-sesame-7", string.Join('\n', findings), StringComparison.Ordinal);
    }

    [ExampleTreeFact]
    public void Example_tree_gives_exactly_the_findings_that_it_announces()
    {
        var findings = Linter.Run(TreeFolder.Read(ExampleTree.Folder), new LintOptions());

        Assert.Equal(
            [
                "policy-selector base/agent/networkpolicy.yaml app=bridge",
                "policy-selector base/agent/networkpolicy.yaml app=redis",
                "policy-selector base/pocketbase/networkpolicy.yaml app=blog",
                "policy-selector base/pocketbase/networkpolicy.yaml app=bridge",
                "policy-selector base/pocketbase/networkpolicy.yaml app=video-creater",
                "route-service base/ingress/routes.yaml blog-service",
                "service-reference base/agent/kustomization.yaml bridge-service",
                "service-reference base/agent/workload.yaml redis-service",
            ],
            findings.Select(finding => $"{finding.Rule} {finding.File} {Subject(finding.What)}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            Linter.Run(TreeFolder.Read(ExampleTree.Folder), new LintOptions { OutsideApps = ["video-creater"] }),
            finding => finding.What.Contains("video-creater", StringComparison.Ordinal));
    }

    // The missing thing is the first quoted word, or the label.
    private static string Subject(string what) => what.Split('\'') is [_, var name, ..] ? name : what.Split(' ').First(word => word.Contains('=', StringComparison.Ordinal));
}
