using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Context;

/// <summary>
/// Reads a campaign with its product, worksheet, brand and persona: what came along with the campaign, else one by one. The brand is the
/// product's, else the worksheet's first; the persona is the worksheet's first. What is missing is said in the stream.
/// </summary>
internal sealed class CampaignContextReader(RecordReader records)
{
    private const string Expand = "product_id,product_id.brand_id,worksheet_id";

    /// <exception cref="GenerationException">There is no such campaign, or it belongs to another workspace.</exception>
    public async Task<CampaignContext> ReadAsync(string campaignId, string workspaceId, GenerationRun run, CancellationToken cancellationToken)
    {
        var campaign = await records.GetAsync(run.Caller, "marketing_campaigns", campaignId, cancellationToken, Expand);
        RequireWorkspace(campaign, workspaceId, "Campaign", campaign.Text("name"));
        run.WorkspaceId = campaign.WorkspaceId;

        var worksheet = campaign.Expanded("worksheet_id", "worksheets") ?? await FindAsync("worksheets", campaign.Text("worksheet_id"), "worksheet", run, cancellationToken);
        var product = campaign.Expanded("product_id", "products_services") ?? await FindAsync("products_services", campaign.Text("product_id"), "product", run, cancellationToken);
        var brand = product?.Expanded("brand_id", "brand_identities")
            ?? await FindAsync("brand_identities", product?.Text("brand_id") ?? "", "brand", run, cancellationToken)
            ?? await FindAsync("brand_identities", First(worksheet, "brandRefs"), "brand", run, cancellationToken);
        var persona = await FindAsync("customer_personas", First(worksheet, "customerRefs"), "persona", run, cancellationToken);

        var context = new CampaignContext(campaign, worksheet, product, brand, persona);
        await WarnAsync(context, run, cancellationToken);
        return context;
    }

    /// <exception cref="GenerationException">The record belongs to another workspace.</exception>
    public static void RequireWorkspace(StoredRecord record, string workspaceId, string what, string name)
    {
        if (record.WorkspaceId != workspaceId)
            throw new GenerationException($"{what} '{name}' does not belong to workspace '{workspaceId}'. Choose one of that workspace.");
    }

    private static string First(StoredRecord? worksheet, string field) => worksheet?.Ids(field) is [var first, ..] ? first : "";

    private static async Task WarnAsync(CampaignContext context, GenerationRun run, CancellationToken cancellationToken)
    {
        await run.WarnAboutCampaignAsync(context.Campaign!, cancellationToken);
        if (context.Worksheet is { } worksheet)
            await run.WarnAboutWorksheetAsync(worksheet, cancellationToken);
        if (context.Product is { } product)
            await run.WarnAboutProductAsync(product, cancellationToken);
        if (context.Brand is { } brand)
            await run.WarnAboutBrandAsync(brand, cancellationToken);
        else
            await run.WarnAsync("The campaign leads to no brand: its product has none, and its worksheet names none. Add one for texts in the brand's voice.", "brand", cancellationToken);
        if (context.Persona is { } persona)
            await run.WarnAboutPersonaAsync(persona, cancellationToken);
        else
            await run.WarnAsync("The campaign leads to no persona: its worksheet names none. Add one for texts that speak to somebody.", "persona", cancellationToken);
    }

    private async Task<StoredRecord?> FindAsync(string collection, string id, string what, GenerationRun run, CancellationToken cancellationToken)
    {
        if (id.Length == 0)
            return null;

        try
        {
            return await records.GetAsync(run.Caller, collection, id, cancellationToken);
        }
        catch (GenerationException exception)
        {
            await run.WarnAsync($"{exception.Message} The texts are written without it.", what, cancellationToken);
            return null;
        }
    }
}
