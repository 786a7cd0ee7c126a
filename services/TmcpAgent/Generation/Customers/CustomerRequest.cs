using System.ComponentModel;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Customers;

/// <summary>Body of <c>POST /generate-customer-profile</c>.</summary>
/// <param name="BrandIdentityId">Id of the brand whose customer is looked for.</param>
/// <param name="Language">Language of the result.</param>
internal sealed record CustomerRequest(
    [property: Description("Id of the brand whose customer is looked for.")] string BrandIdentityId,
    [property: Description("Language of the result.")] string Language = Fields.DefaultLanguage) : IGeneratorRequest<CustomerRequest>
{
    public static CustomerRequest Read(BodyReader body, HttpRequest request) => new(body.ReadId("brandIdentityId"), body.ReadLanguage());
}
