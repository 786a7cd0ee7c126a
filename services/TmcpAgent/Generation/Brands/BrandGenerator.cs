using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Brands;

/// <summary>Distils a worksheet into a brand identity.</summary>
internal sealed class BrandGenerator(RecordReader records, StructuredModel model, PromptFactory prompts) : IGenerator<BrandRequest>
{
    private static readonly AnswerFormat<BrandIdentity> Format = new("brand_identity", GeneratorWire.Types.BrandIdentity, temperature: 0.7f);

    public string Agent => "BrandExpert";

    public async Task<DoneEvent> GenerateAsync(BrandRequest request, GenerationRun run, CancellationToken cancellationToken)
    {
        await run.EnterAsync("fetching_worksheet", cancellationToken);
        var worksheet = await records.GetAsync(run.Caller, "worksheets", request.WorksheetId, cancellationToken);
        run.WorkspaceId = worksheet.WorkspaceId;
        await run.WarnAboutWorksheetAsync(worksheet, cancellationToken);

        var prompt = await prompts.BrandIdentity(request.Language).Block("worksheet", worksheet).WarnAsync(run, cancellationToken);
        await run.EnterAsync("analyzing", cancellationToken);
        return new BrandDone(await model.AskAsync(Format, prompt, run, Agent, cancellationToken));
    }
}
