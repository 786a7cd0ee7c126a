using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Worksheets;

/// <summary>Writes a worksheet about brands and personas, word by word.</summary>
internal sealed class WorksheetGenerator(RecordReader records, ModelClient model, PromptFactory prompts) : IGenerator<WorksheetRequest>
{
    private static readonly AnswerStyle Style = new(Temperature: 0.7f);

    public string Agent => "MarketingStrategist";

    public async Task<DoneEvent> GenerateAsync(WorksheetRequest request, GenerationRun run, CancellationToken cancellationToken)
    {
        var brands = await FetchAsync("fetching_brands", "brand_identities", request.BrandIds!, run, cancellationToken);
        var personas = await FetchAsync("fetching_customers", "customer_personas", request.CustomerIds!, run, cancellationToken);
        foreach (var brand in brands)
            await run.WarnAboutBrandAsync(brand, cancellationToken);
        foreach (var persona in personas)
            await run.WarnAboutPersonaAsync(persona, cancellationToken);
        if (brands.Count + personas.Count == 0)
            await run.WarnAsync("There is neither a brand nor a persona to start from: the worksheet is a general one. Choose some and ask again.", field: null, cancellationToken);

        var prompt = await prompts.Worksheet(request.Language).Block("brands", brands).Block("personas", personas).WarnAsync(run, cancellationToken);
        await run.EnterAsync("thinking", cancellationToken);
        var answer = await model.AskAsync(
            prompt.Build(), [], run.Budget, (text, token) => run.SendAsync(new ChunkEvent(text), token).AsTask(), cancellationToken, Style);
        return string.IsNullOrWhiteSpace(answer.Text)
            ? throw new GenerationException("The model wrote nothing for the worksheet. Try again, or use a larger model.")
            : new WorksheetDone(answer.Text);
    }

    private async Task<List<StoredRecord>> FetchAsync(
        string word, string collection, IReadOnlyList<string> ids, GenerationRun run, CancellationToken cancellationToken)
    {
        var found = new List<StoredRecord>();
        if (ids.Count > 0)
            await run.EnterAsync(word, cancellationToken);
        foreach (var id in ids.Distinct())
        {
            try
            {
                var record = await records.GetAsync(run.Caller, collection, id, cancellationToken);
                run.WorkspaceId ??= record.WorkspaceId;
                found.Add(record);
            }
            catch (GenerationException exception)
            {
                // One of several: the worksheet is written from the others.
                await run.WarnAsync($"{exception.Message} It is left out.", collection, cancellationToken);
            }
        }

        return found;
    }
}
