using System.ComponentModel;
using System.Text.Json;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Jobs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Briefs;

/// <summary>Body of <c>POST /generate-content-briefs</c>.</summary>
/// <param name="CampaignId">Id of the campaign.</param>
/// <param name="WorkspaceId">Id of its workspace.</param>
/// <param name="Language">Language of the result.</param>
/// <param name="AnglesPerStage">Briefs for each of the four stages, 1 to 10.</param>
internal sealed record BriefsRequest(
    [property: Description("Id of the campaign.")] string CampaignId,
    [property: Description("Id of its workspace.")] string WorkspaceId,
    [property: Description("Language of the result.")] string Language = Fields.DefaultLanguage,
    [property: Description("Briefs for each of the four stages, 1 to 10.")] int AnglesPerStage = BriefsRequest.DefaultCount) : IGeneratorRequest<BriefsRequest>, IJobRequest
{
    public const int DefaultCount = 6;

    public static BriefsRequest Read(BodyReader body, HttpRequest request) => new(
        body.ReadId("campaignId"), body.ReadId("workspaceId"), body.ReadLanguage(), body.ReadInteger("anglesPerStage", DefaultCount, least: 1, most: 10));

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, GeneratorWire.Types.BriefsRequest);

    public void Require()
    {
        // Whatever else may be wrong only the records can say.
    }
}
