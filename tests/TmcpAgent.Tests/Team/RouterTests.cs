using Tmcp.Agent.Team;

namespace Tmcp.Agent.Tests.Team;

public sealed class RouterTests
{
    [Theory]
    [InlineData("CampaignManager", "CampaignManager")]
    [InlineData("  campaignmanager.\n", "CampaignManager")]
    [InlineData("I think that the best one for this is the **Researcher**, because...", "Researcher")]
    [InlineData("{\"next\": \"ContentCreator\"}", "ContentCreator")]
    [InlineData("ContentCreator, not the Strategist", "Strategist")] // Team order decides, not the order of words.
    [InlineData("Route to CampaignManager, then FINISH", "CampaignManager")]
    [InlineData("<think>Strategist? No: research.</think>Researcher", "Researcher")]
    [InlineData("<think>Strategist? I never stop thinking", null)]
    [InlineData("FINISH", null)]
    [InlineData("", null)]
    [InlineData("no idea", null)]
    [InlineData("the campaign manager", null)]
    public void The_first_member_named_anywhere_in_the_answer_acts(string answer, string? member) =>
        Assert.Equal(member, Router.Choose(answer, someoneReported: false)?.Name);

    [Theory]
    [InlineData("CampaignManager has created it. FINISH", null)]
    [InlineData("FINISHED: the CampaignManager did it", null)]
    [InlineData("ContentCreator", "ContentCreator")]
    [InlineData("unFINISHed business for the Researcher", "Researcher")]
    public void After_a_report_an_explicit_finish_goes_before_names(string answer, string? member) =>
        Assert.Equal(member, Router.Choose(answer, someoneReported: true)?.Name);
}
