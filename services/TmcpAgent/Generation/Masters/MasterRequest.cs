using System.ComponentModel;
using System.Text.Json.Nodes;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Masters;

/// <summary>Body of <c>POST /generate-master-content</c>.</summary>
/// <param name="CampaignId">Id of the campaign it is for.</param>
/// <param name="WorkspaceId">Id of the campaign's workspace.</param>
/// <param name="LanguagePreference">Language of the result.</param>
/// <param name="Save">Whether to make the record, too.</param>
/// <param name="Angle">An angle or brief to follow, or null.</param>
internal sealed record MasterRequest(
    [property: Description("Id of the campaign it is for.")] string CampaignId,
    [property: Description("Id of the campaign's workspace.")] string WorkspaceId,
    [property: Description("Language of the result.")] string LanguagePreference = Fields.DefaultLanguage,
    [property: Description("Whether to make the record, too.")] bool Save = false,
    [property: Description("An angle or brief to follow.")] JsonObject? Angle = null) : IGeneratorRequest<MasterRequest>
{
    public static MasterRequest Read(BodyReader body, HttpRequest request) => new(
        body.ReadId("campaignId"), body.ReadId("workspaceId"), body.ReadLanguage("languagePreference"), body.ReadFlag("save", otherwise: false),
        body.ReadObject("angle", Angles.Angle.MaxCharacters));
}
