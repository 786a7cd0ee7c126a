using System.ComponentModel;
using System.Text.Json;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Generation.Variants;
using Tmcp.Agent.Jobs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Batch;

/// <summary>Body of <c>POST /batch-generate-posts</c>.</summary>
/// <param name="CampaignId">Id of the campaign.</param>
/// <param name="WorkspaceId">Id of its workspace.</param>
/// <param name="Platforms">Where each post goes, one or more.</param>
/// <param name="NumMasters">Master contents to make, 1 to 10.</param>
/// <param name="Language">Language of the result.</param>
internal sealed record BatchRequest(
    [property: Description("Id of the campaign.")] string CampaignId,
    [property: Description("Id of its workspace.")] string WorkspaceId,
    [property: Description("facebook, instagram, linkedin, twitter, tiktok, youtube, blog, email: one or more.")] IReadOnlyList<string> Platforms,
    [property: Description("Master contents to make, 1 to 10.")] int NumMasters = 1,
    [property: Description("Language of the result.")] string Language = Fields.DefaultLanguage) : IGeneratorRequest<BatchRequest>, IJobRequest
{
    public static BatchRequest Read(BodyReader body, HttpRequest request) => new(
        body.ReadId("campaignId"), body.ReadId("workspaceId"), body.ReadPlatforms(), body.ReadInteger("numMasters", otherwise: 1, least: 1, most: 10), body.ReadLanguage());

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, GeneratorWire.Types.BatchRequest);

    public void Require() => Variants.Platforms.Require(Platforms);
}
