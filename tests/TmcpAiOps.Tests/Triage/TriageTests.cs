using Tmcp.TriageBench;

namespace Tmcp.AiOps.Tests.Triage;

public sealed class TriageTests
{
    private static readonly IReadOnlyList<TriageCase> _cases =
        TriageCase.ReadAll(Path.Combine(Tmcp.Tests.Shared.RepositoryFolder.Path, "bench", "triage", "cases.jsonl"));

    [Fact]
    public void The_corpus_has_sixty_cases_of_ten_kinds()
    {
        Assert.InRange(_cases.Count, 60, int.MaxValue);
        Assert.Equal(10, _cases.Select(one => one.Kind).Distinct().Count());
    }

    [Fact]
    public void Rules_alone_are_right_in_at_least_four_cases_of_five()
    {
        var scores = _cases.Select(Score.Of).ToList();

        Assert.True(scores.Count(score => score.Passed) >= 0.8 * scores.Count, string.Join('\n', scores.Where(score => !score.Passed).Select(score => $"{score.Case.Name}: {score.Kind}")));
    }

    [Fact]
    public void What_no_rule_knows_is_said_to_be_unknown()
    {
        var one = new TriageCase("odd", "Unknown", "agent", "the moon is made of cheese", [], [], []);

        Assert.Equal(AiOps.Analysis.Rules.FailureKind.Unknown, Score.Of(one).Kind);
    }
}
