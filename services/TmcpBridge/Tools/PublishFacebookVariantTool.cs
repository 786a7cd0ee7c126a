using System.Text.Json;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

internal sealed class PublishFacebookVariantTool(PocketBaseGateway pocketBase, BoundedText texts) : BridgeTool(ToolDefinition.Create(
    "publish_facebook_variant",
    "Publish on Facebook",
    "Posts the text of a platform variant (collection platform_variants, platform facebook) on the Facebook page of its workspace, for everybody to see, and "
        + "returns JSON {workspace_id, variant_id, platform, publish_status, platform_post_id}. Ask the user first.",
    ToolDefinition.Writes(destructive: true, idempotent: true, openWorld: true),
    new("workspace_id", "string", "Id of the workspace, a record of collection workspaces."),
    new("variant_id", "string", "Id of the variant, a record of collection platform_variants."),
    ToolParameter.AuthToken))
{
    public override async Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var request = new PublishRequest(
            PocketBaseNames.RecordId(arguments.RequiredText("workspace_id")),
            PocketBaseNames.RecordId(arguments.RequiredText("variant_id")));
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ToolJson.Default.PublishRequest);
        using var answer = await pocketBase.SendAsync(caller, HttpMethod.Post, "/api/social/facebook/posts", body, cancellationToken);
        PocketBaseErrors.Require(answer, texts, $"publish_facebook_variant '{request.VariantId}'");
        return texts.Of(answer.Body);
    }
}
