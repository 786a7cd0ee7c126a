using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Masters;

/// <summary>Writes the message of a campaign that all platforms share.</summary>
internal sealed class MasterGenerator(CampaignContextReader contexts, MasterWriter writer, RecordWriter records) : IGenerator<MasterRequest>
{
    public string Agent => "MasterContent";

    public async Task<DoneEvent> GenerateAsync(MasterRequest request, GenerationRun run, CancellationToken cancellationToken)
    {
        run.Step = "Agent execution";
        await run.StatusAsync("active", "Retriever", "Fetching the campaign with its product, brand, persona and worksheet", cancellationToken);
        var context = await contexts.ReadAsync(request.CampaignId, request.WorkspaceId, run, cancellationToken);
        await run.StatusAsync("active", MasterWriter.Evaluator, "Checking the context", cancellationToken);
        var (content, feedback) = await writer.WriteAsync(context, request.Angle, request.LanguagePreference, run, cancellationToken);

        await run.StatusAsync("active", "Saver", request.Save ? "Saving the master content" : "Ready to be saved", cancellationToken);
        var id = request.Save
            ? await records.CreateAsync(
                run.Caller, "master_contents", RecordId.Random(), content.ToFields(context, request.Angle?["angle_name"]?.ToString()), cancellationToken)
            : null;
        return new MasterDone(content, id, feedback);
    }
}
