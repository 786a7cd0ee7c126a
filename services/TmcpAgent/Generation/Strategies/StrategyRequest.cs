using System.ComponentModel;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Strategies;

/// <summary>Body of <c>POST /generate-marketing-strategy</c>.</summary>
/// <param name="WorksheetId">Id of a worksheet with a brand and a persona.</param>
/// <param name="CampaignType">What kind of campaign it is for.</param>
/// <param name="ProductId">Id of a product, or empty.</param>
/// <param name="Goal">What the campaign has to reach, or empty.</param>
/// <param name="Language">Language of the result.</param>
internal sealed record StrategyRequest(
    [property: Description("Id of a worksheet with a brand and a persona.")] string WorksheetId,
    [property: Description("What kind of campaign it is for.")] string CampaignType = StrategyRequest.DefaultType,
    [property: Description("Id of a product, or empty.")] string ProductId = "",
    [property: Description("What the campaign has to reach, or empty.")] string Goal = "",
    [property: Description("Language of the result.")] string Language = Fields.DefaultLanguage) : IGeneratorRequest<StrategyRequest>
{
    public const string DefaultType = "awareness";

    private const int TypeCharacters = 60;
    private const int GoalCharacters = 2_000;

    public static StrategyRequest Read(BodyReader body, HttpRequest request) => new(
        body.ReadId("worksheetId"),
        body.ReadText("campaignType", DefaultType, least: 0, TypeCharacters),
        body.ReadText("productId", "", least: 0, Fields.IdCharacters),
        body.ReadText("goal", "", least: 0, GoalCharacters),
        body.ReadLanguage());
}
