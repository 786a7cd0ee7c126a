using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Generation;

/// <summary>Every generator with the stand-in for the model that a laptop without a model has.</summary>
public sealed class EmulatorTests
{
    /// <summary>Route, body, and what of the records must appear in the result.</summary>
    public static TheoryData<string, string, string> Routes => new()
    {
        { "/generate-worksheet", $$"""{"brandIds":["{{Marketing.Brand}}"],"customerIds":["{{Marketing.Persona}}"],"language":"English"}""", "Mây Coffee" },
        { "/generate-brand-identity", $$"""{"worksheetId":"{{Marketing.Worksheet}}","language":"English"}""", "\"brandName\"" },
        { "/generate-customer-profile", $$"""{"brandIdentityId":"{{Marketing.Brand}}","language":"English"}""", "goals" },
        { "/generate-marketing-strategy", $$"""{"worksheetId":"{{Marketing.Worksheet}}","goal":"500 tastings","language":"English"}""", "Mây Coffee" },
        { "/generate-master-content", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1","languagePreference":"Vietnamese"}""", "core_message" },
        {
            $"/generate-platform-variants/{Marketing.Master}",
            """{"platforms":["facebook","instagram","linkedin","twitter","tiktok","youtube","blog","email"],"workspaceId":"ws1","languagePreference":"English"}""", "\"platformCount\":8"
        },
        { "/batch-generate-posts", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1","platforms":["twitter","blog"],"numMasters":3,"language":"English"}""", "\"variantsCount\":6" },
        { "/generate-content-briefs", $$"""{"campaignId":"{{Marketing.Campaign}}","workspaceId":"ws1","anglesPerStage":3,"language":"English"}""", "\"totalCreated\":12" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_emulator_answers_every_generator_at_the_first_attempt(string path, string body, string expected)
    {
        await using var model = await EmulatedModel.StartAsync();
        var (agent, _) = await Marketing.StartAsync(("OLLAMA_BASE_URL", model.Address.ToString()));
        await using var host = agent;

        var stream = await agent.SendAsync(agent.Token, body, path);

        Assert.True(stream.Last.GetProperty("type").GetString() == "done", stream.Last.GetRawText());
        Assert.Contains(expected, stream.Last.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("RETRY", stream.Raw, StringComparison.Ordinal);
        Contracts.Contract.Holds(path.Split('/')[1], stream, "done");
    }
}
