namespace Tmcp.IntegrationTests;

/// <summary>Records that the assistant needs to write posts, made without the browser.</summary>
internal sealed record HubCampaign(string WorkspaceId, string Name)
{
    /// <summary>A campaign with its worksheet, persona and brand, each named after the campaign.</summary>
    public static async Task<HubCampaign> CreateAsync(PocketBaseClient records, string workspaceId, string name)
    {
        var brand = await records.CreateAsync("brand_identities", new { workspace_id = workspaceId, brand_name = $"{name} brand", slogan = "Fly on a Tuesday" });
        var persona = await records.CreateAsync("customer_personas", new { workspace_id = workspaceId, persona_name = $"{name} persona" });
        var worksheet = await records.CreateAsync("worksheets", new
        {
            workspace_id = workspaceId,
            title = $"{name} worksheet",
            status = "completed",
            brandRefs = new[] { (string?)brand["id"] },
            customerRefs = new[] { (string?)persona["id"] },
        });
        await records.CreateAsync("marketing_campaigns", new
        {
            workspace_id = workspaceId,
            name,
            campaign_type = "awareness",
            status = "active",
            worksheet_id = (string?)worksheet["id"],
        });
        return new HubCampaign(workspaceId, name);
    }
}
