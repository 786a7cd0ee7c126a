using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Notifications;
using Tmcp.AiOps.Tests.Doubles;

namespace Tmcp.AiOps.Tests.Notifications;

public sealed class MessageTests
{
    private readonly MessageComposer _composer = new(Options.Create(new DiscordOptions
    {
        DashboardUrl = new Uri("http://localhost:15000"),
        KibanaUrl = new Uri("http://localhost:5601/kibana"),
    }));

    [Fact]
    public void It_has_the_fields_of_the_first_version_and_links_to_our_own_pages()
    {
        var embed = Assert.Single(_composer.Compose(Analysed(Signals.Incident()), "firing error").Embeds);

        Assert.Equal("🚨 Alert: agent failure detected", embed.Title);
        Assert.Equal(16711680, embed.Color);
        Assert.Equal(["Description", "Root Cause Analysis (AI)", "Suggested Fix", "Evidence", "Severity", "State", "Links"], embed.Fields.Select(field => field.Name));
        Assert.StartsWith("Powered by tmcp-aiops-agent", embed.Footer.Text, StringComparison.Ordinal);
        Assert.Contains("http://localhost:15000/structuredlogs/resource/agent", embed.Fields[^1].Value, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5601/kibana/app/discover#", embed.Fields[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rules_analysis_is_labelled_so() =>
        Assert.Contains(
            _composer.Compose(Analysed(Signals.Incident()) with { Analysis = Analysis("x") with { By = AnalysisBy.Rules, Note = "the model is away" } }, "firing error").Embeds[0].Fields,
            field => field.Name == "Root Cause Analysis (rules, no AI)" && field.Value.Contains("the model is away", StringComparison.Ordinal));

    [Fact]
    public void Empty_values_have_words_in_their_place() =>
        Assert.Equal(
            ["pending", "no suggestion"],
            _composer.Compose(Signals.Incident(), "firing error").Embeds[0].Fields.Skip(1).Take(2).Select(field => field.Value));

    [Theory]
    [InlineData("a")]
    [InlineData("@")]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("https://")]
    [InlineData("😀")]
    [InlineData("\n")]
    public void Texts_of_any_length_and_kind_stay_within_discords_limits(string piece)
    {
        var huge = string.Concat(Enumerable.Repeat(piece, 5_000));
        var incident = Analysed(Signals.Incident(huge, huge), huge);

        var embed = _composer.Compose(incident with { First = incident.First with { Name = huge } }, "firing error").Embeds[0];

        Assert.InRange(embed.Title.Length, 1, 256);
        Assert.All(embed.Fields, field => Assert.InRange(field.Value.Length, 1, 1024));
        Assert.InRange(embed.Title.Length + embed.Footer.Text.Length + embed.Fields.Sum(field => field.Name.Length + field.Value.Length), 1, 6000);
        Assert.InRange(embed.Fields.Count, 1, 25);
        Assert.DoesNotContain(embed.Fields, field => field.Value.Length > 0 && char.IsHighSurrogate(field.Value[^1]));
    }

    [Fact]
    public void What_is_cut_says_so() =>
        Assert.EndsWith(Texts.CutMark, _composer.Compose(Analysed(Signals.Incident(new string('x', 2000))), "firing error").Embeds[0].Fields[0].Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("@everyone look")]
    [InlineData("<@123456> hi")]
    [InlineData("<@&99>")]
    [InlineData("[click](https://evil.example)")]
    [InlineData("https://evil.example/x")]
    [InlineData("discord://invite")]
    [InlineData("**bold** ||hidden|| `code`")]
    [InlineData("```\nblock")]
    [InlineData("> quote\n# title")]
    [InlineData("\u202Egnp.exe")]
    public void Foreign_text_can_neither_mention_link_nor_format(string text)
    {
        var safe = DiscordText.Plain(text, 500);

        Assert.DoesNotContain("@everyone", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("://", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", safe, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)[*`|\[\]#]", safe);
    }

    [Fact]
    public void Evidence_cannot_leave_its_block()
    {
        var block = DiscordText.Block(["one ``` two", "@everyone"], 200);

        Assert.Equal(2, block.Split("```").Length - 1);
    }

    [Fact]
    public void Nobody_is_ever_mentioned() => Assert.Empty(_composer.Compose(Signals.Incident("@everyone"), "firing error").AllowedMentions.Parse);

    [Theory]
    [InlineData("resolved", 0x2ECC71)]
    [InlineData("flapping", 0x9B59B6)]
    [InlineData("firing error", 16711680)]
    public void The_colour_tells_the_state(string presentation, int color) =>
        Assert.Equal(color, _composer.Compose(Signals.Incident(), presentation).Embeds[0].Color);

    private static Incident Analysed(Incident incident, string text = "The database is away.") => incident with { Analysis = Analysis(text) };

    private static AnalysisResult Analysis(string text) => new(AnalysisBy.Model, null, text, [text, "a line"], text, Severity.Error, 0.8);
}
