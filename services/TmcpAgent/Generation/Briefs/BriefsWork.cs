using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Generation.Angles;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Jobs;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Briefs;

/// <summary>Makes briefs for all four funnel stages at once; a stage that fails does not stop the others. Each stage and each record is a part of the job.</summary>
internal sealed class BriefsWork(CampaignContextReader contexts, StructuredModel model, PromptFactory prompts) : IJobWork
{
    public const string JobKind = "content-briefs";

    private static readonly string[] Stages = ["Awareness", "Consideration", "Conversion", "Retention"];

    public string Kind => JobKind;

    public string Action => "generate-content-briefs";

    public string Agent => "ContentBriefs";

    public async Task<DoneEvent> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var request = context.Read(GeneratorWire.Types.BriefsRequest);
        var (run, expected) = (context.Run, Stages.Length * request.AnglesPerStage);
        context.SetTotal(Stages.Length + expected);

        run.Step = "Context retrieval";
        await SayAsync(run, "Fetching the campaign with its product, brand, persona and worksheet", cancellationToken);
        var campaign = await contexts.ReadAsync(request.CampaignId, request.WorkspaceId, run, cancellationToken);
        await SayAsync(run, $"Campaign: {campaign.Campaign!.Text("name")}", cancellationToken);

        run.Step = "Brief generation";
        await SayAsync(run, $"Generating {request.AnglesPerStage} briefs for each of {Stages.Length} stages", cancellationToken);
        var warnings = new ConcurrentQueue<string>();
        var briefs = await Task.WhenAll(Stages.Select(stage => WriteAsync(context, campaign, request, stage, warnings, cancellationToken)));

        run.Step = "Saving";
        await SayAsync(run, "Saving the briefs", cancellationToken);
        var created = 0;
        foreach (var (stage, list) in Stages.Zip(briefs))
        {
            if (list.Count > 0)
                await SayAsync(run, $"{stage}: saving {list.Count}", cancellationToken);
            for (var index = 0; index < list.Count; index++)
                created += await SaveAsync(context, request, list[index] with { Stage = stage }, index, warnings, cancellationToken) ? 1 : 0;
        }

        return created > 0
            ? new BriefsDone(created, expected, warnings.IsEmpty ? null : [.. warnings])
            : throw new GenerationException($"None of {expected} briefs could be made: {string.Join(' ', warnings.Take(4))}");
    }

    private async Task<IReadOnlyList<Angle>> WriteAsync(
        JobContext context, CampaignContext campaign, BriefsRequest request, string stage, ConcurrentQueue<string> warnings, CancellationToken cancellationToken)
    {
        try
        {
            var list = await context.OnceAsync($"stage:{stage}", GeneratorWire.Types.BriefList, () =>
            {
                var prompt = campaign.AddTo(prompts.ContentBriefs(request.Language, request.AnglesPerStage, stage));
                return model.AskAsync(AngleFormat.Briefs(request.AnglesPerStage), prompt, context.Run.Quiet(), Agent, cancellationToken);
            }, cancellationToken);
            if (list.Briefs.Count < request.AnglesPerStage)
                await WarnAsync(context.Run, warnings, $"{stage}: the model wrote {list.Briefs.Count} of {request.AnglesPerStage} briefs.", cancellationToken);
            return list.Briefs;
        }
        catch (Exception exception) when (exception is ModelException or (GenerationException { Step: null }))
        {
            await WarnAsync(context.Run, warnings, $"{stage}: {exception.Message}", cancellationToken);
            return [];
        }
    }

    private async Task<bool> SaveAsync(
        JobContext context, BriefsRequest request, Angle brief, int index, ConcurrentQueue<string> warnings, CancellationToken cancellationToken)
    {
        try
        {
            await context.CreateOnceAsync("content_briefs", $"brief:{brief.Stage}:{index}", () =>
            {
                var fields = brief.ToFields();
                (fields["workspace_id"], fields["campaign_id"]) = (request.WorkspaceId, request.CampaignId);
                return Task.FromResult(fields);
            }, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is BridgeException or (GenerationException { Step: null }))
        {
            await WarnAsync(context.Run, warnings, $"{brief.Stage}: '{brief.Name}' could not be saved: {exception.Message}", cancellationToken);
            return false;
        }
    }

    private ValueTask WarnAsync(GenerationRun run, ConcurrentQueue<string> warnings, string text, CancellationToken cancellationToken)
    {
        warnings.Enqueue(text);
        return run.StatusAsync("warning", Agent, text, cancellationToken);
    }

    private ValueTask SayAsync(GenerationRun run, string step, CancellationToken cancellationToken) => run.StatusAsync("active", Agent, step, cancellationToken);
}
