using System.ComponentModel;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Worksheets;

/// <summary>Body of <c>POST /generate-worksheet</c>.</summary>
/// <param name="BrandIds">Ids of brand_identities.</param>
/// <param name="CustomerIds">Ids of customer_personas.</param>
/// <param name="Language">Language of the result.</param>
internal sealed record WorksheetRequest(
    [property: Description("Ids of brand_identities.")] IReadOnlyList<string>? BrandIds = null,
    [property: Description("Ids of customer_personas.")] IReadOnlyList<string>? CustomerIds = null,
    [property: Description("Language of the result.")] string Language = Fields.DefaultLanguage) : IGeneratorRequest<WorksheetRequest>
{
    private const int MostRecords = 20;

    public static WorksheetRequest Read(BodyReader body, HttpRequest request) => new(
        body.ReadTexts("brandIds", [], least: 0, MostRecords, Fields.IdCharacters),
        body.ReadTexts("customerIds", [], least: 0, MostRecords, Fields.IdCharacters),
        body.ReadLanguage());
}
