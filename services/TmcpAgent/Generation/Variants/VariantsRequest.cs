using System.ComponentModel;
using System.Text.Json.Nodes;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Variants;

/// <summary>Body of <c>POST /generate-platform-variants/{master_content_id}</c>.</summary>
/// <param name="MasterContentId">From the address.</param>
/// <param name="Platforms">Where it goes, one or more.</param>
/// <param name="WorkspaceId">Id of the master content's workspace.</param>
/// <param name="LanguagePreference">Language of the result.</param>
/// <param name="Save">Whether to make the records, too.</param>
/// <param name="Angle">An angle or brief to follow, or null.</param>
internal sealed record VariantsRequest(
    [property: System.Text.Json.Serialization.JsonIgnore] string MasterContentId,
    [property: Description("facebook, instagram, linkedin, twitter, tiktok, youtube, blog, email: one or more.")] IReadOnlyList<string> Platforms,
    [property: Description("Id of the master content's workspace.")] string WorkspaceId,
    [property: Description("Language of the result.")] string LanguagePreference = Fields.DefaultLanguage,
    [property: Description("Whether to make the records, too.")] bool Save = false,
    [property: Description("An angle or brief to follow.")] JsonObject? Angle = null) : IGeneratorRequest<VariantsRequest>
{
    public static VariantsRequest Read(BodyReader body, HttpRequest request) => new(
        request.RouteValues["master_content_id"]?.ToString() ?? "",
        body.ReadPlatforms(), body.ReadId("workspaceId"), body.ReadLanguage("languagePreference"), body.ReadFlag("save", otherwise: false),
        body.ReadObject("angle", Angles.Angle.MaxCharacters));
}
