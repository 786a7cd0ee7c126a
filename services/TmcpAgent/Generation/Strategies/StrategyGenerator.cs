using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Strategies;

/// <summary>Writes a campaign's strategy from a worksheet with its brand and persona.</summary>
internal sealed class StrategyGenerator(RecordReader records, StructuredModel model, PromptFactory prompts) : IGenerator<StrategyRequest>
{
    private static readonly AnswerFormat<MarketingStrategy> Format = new("marketing_strategy", GeneratorWire.Types.MarketingStrategy, temperature: 0.7f);

    public string Agent => "MarketingStrategist";

    public async Task<DoneEvent> GenerateAsync(StrategyRequest request, GenerationRun run, CancellationToken cancellationToken)
    {
        var worksheet = await FetchAsync("fetching_worksheet", "worksheets", request.WorksheetId, "worksheet", run, cancellationToken);
        run.WorkspaceId = worksheet.WorkspaceId;
        await run.WarnAboutWorksheetAsync(worksheet, cancellationToken);
        var (brandId, personaId) = (First(worksheet, "brandRefs", "brand"), First(worksheet, "customerRefs", "persona"));

        var brand = await FetchAsync("fetching_brand", "brand_identities", brandId, "brand", run, cancellationToken);
        await run.WarnAboutBrandAsync(brand, cancellationToken);
        var persona = await FetchAsync("fetching_icp", "customer_personas", personaId, "persona", run, cancellationToken);
        await run.WarnAboutPersonaAsync(persona, cancellationToken);
        var product = await FindProductAsync(request.ProductId, run, cancellationToken);

        var prompt = await prompts.MarketingStrategy(request.Language)
            .Line("Campaign type", request.CampaignType)
            .Line("Goal", request.Goal)
            .Block("worksheet", worksheet).Block("brand", brand).Block("persona", persona).Block("product", product)
            .WarnAsync(run, cancellationToken);
        await run.EnterAsync("analyzing", cancellationToken);
        return new StrategyDone(await model.AskAsync(Format, prompt, run, Agent, cancellationToken));
    }

    private static string First(StoredRecord worksheet, string field, string what) => worksheet.Ids(field) is [var first, ..]
        ? first
        : throw new GenerationException(
            $"Failed to fetch worksheet '{worksheet.Text("title")}' with all that a strategy needs: it names no {what}. Add one to the worksheet and ask again.");

    private async Task<StoredRecord> FetchAsync(
        string word, string collection, string id, string what, GenerationRun run, CancellationToken cancellationToken)
    {
        await run.EnterAsync(word, cancellationToken);
        try
        {
            return await records.GetAsync(run.Caller, collection, id, cancellationToken);
        }
        catch (GenerationException exception)
        {
            throw new GenerationException($"Failed to fetch {what}: {exception.Message}");
        }
    }

    private async Task<StoredRecord?> FindProductAsync(string id, GenerationRun run, CancellationToken cancellationToken)
    {
        if (id.Length == 0)
            return null;

        try
        {
            var product = await FetchAsync("fetching_product", "products_services", id, "product", run, cancellationToken);
            await run.WarnAboutProductAsync(product, cancellationToken);
            return product;
        }
        catch (GenerationException exception)
        {
            await run.WarnAsync($"{exception.Message} The strategy is written without it.", "product", cancellationToken);
            return null;
        }
    }
}
