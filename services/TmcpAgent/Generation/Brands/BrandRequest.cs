using System.ComponentModel;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Brands;

/// <summary>Body of <c>POST /generate-brand-identity</c>.</summary>
/// <param name="WorksheetId">Id of the worksheet to distil.</param>
/// <param name="Language">Language of the result.</param>
internal sealed record BrandRequest(
    [property: Description("Id of the worksheet to distil.")] string WorksheetId,
    [property: Description("Language of the result.")] string Language = Fields.DefaultLanguage) : IGeneratorRequest<BrandRequest>
{
    public static BrandRequest Read(BodyReader body, HttpRequest request) => new(body.ReadId("worksheetId"), body.ReadLanguage());
}
