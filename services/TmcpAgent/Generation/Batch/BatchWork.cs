using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Generation.Angles;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Masters;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Generation.Variants;
using Tmcp.Agent.Jobs;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Batch;

/// <summary>
/// 1. Angles of the campaign. 2. A master content for each, saved. 3. A variant of each for every platform, saved. 4. An editor's look at all of
/// it. Every angle list, record and look is a part of the job.
/// </summary>
internal sealed class BatchWork(
    CampaignContextReader contexts, StructuredModel model, PromptFactory prompts, MasterWriter masterWriter, VariantWriter variantWriter,
    BrandGuardian guardian, IOptions<JobOptions> options) : IJobWork
{
    public const string JobKind = "batch-posts";

    private const string Stage = "Awareness";

    public string Kind => JobKind;

    public string Action => "batch-generate-posts";

    public string Agent => "Batch";

    public async Task<DoneEvent> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var request = context.Read(GeneratorWire.Types.BatchRequest);
        var platforms = Platforms.Require(request.Platforms);
        var (count, run) = (request.NumMasters, context.Run);
        context.SetTotal(1 + count + (count * platforms.Count) + 1);

        run.Step = "Context retrieval";
        await SayAsync(run, "Fetching the campaign with its product, brand, persona and worksheet", cancellationToken);
        var campaign = await contexts.ReadAsync(request.CampaignId, request.WorkspaceId, run, cancellationToken);

        run.Step = "Angle generation";
        await SayAsync(run, "Generating angle briefs", cancellationToken);
        var angles = await FindAnglesAsync(context, campaign, request, cancellationToken);
        await SayAsync(run, $"Generated {count} angles, creating masters", cancellationToken);

        run.Step = "Master generation";
        var masters = new JsonObject[count];
        await ForEachAsync(count, async (index, token) => masters[index] = await MakeMasterAsync(context, campaign, request, index, angles[index], token), cancellationToken);
        await SayAsync(run, $"Created {count} master posts, generating variants", cancellationToken);

        run.Step = "Variant generation";
        for (var index = 1; index <= count; index++)
            await SayAsync(run, $"queued {index}/{count}", cancellationToken);
        var variants = new ConcurrentDictionary<(int Master, int Platform), JsonObject>();
        await ForEachAsync(count, async (index, token) =>
        {
            for (var place = 0; place < platforms.Count; place++)
                variants[(index, place)] = await MakeVariantAsync(context, campaign, request, index, masters[index], angles[index], platforms[place], token);
        }, cancellationToken);
        var ordered = variants.OrderBy(item => item.Key).Select(item => item.Value).ToList();

        run.Step = "Brand guardian";
        await SayAsync(run, "Running brand guardian checks", cancellationToken);
        var flags = await CheckAsync(context, campaign, masters, ordered, request.Language, cancellationToken);
        return new BatchDone(masters.Length, ordered.Count, [.. masters.Select(IdOf)], [.. ordered.Select(IdOf)], flags);
    }

    private async Task<IReadOnlyList<Angle>> FindAnglesAsync(JobContext context, CampaignContext campaign, BatchRequest request, CancellationToken cancellationToken)
    {
        var list = await context.OnceAsync("angles", GeneratorWire.Types.AngleList, async () =>
        {
            var prompt = await campaign.AddTo(prompts.Angles(request.Language, request.NumMasters, Stage)).WarnAsync(context.Run, cancellationToken);
            return await model.AskAsync(AngleFormat.Angles(request.NumMasters), prompt, context.Run.Quiet(), Agent, cancellationToken);
        }, cancellationToken);
        return [.. list.Angles.Select(angle => angle with { Stage = Stage })];
    }

    private Task<JsonObject> MakeMasterAsync(
        JobContext context, CampaignContext campaign, BatchRequest request, int index, Angle angle, CancellationToken cancellationToken) =>
        context.CreateOnceAsync("master_contents", $"master:{index}", async () =>
        {
            var (content, _) = await masterWriter.WriteAsync(campaign, angle.ToFields(), request.Language, context.Run.Quiet(), cancellationToken);
            return content.ToFields(campaign, angle.Name);
        }, cancellationToken);

    private Task<JsonObject> MakeVariantAsync(
        JobContext context, CampaignContext campaign, BatchRequest request, int index, JsonObject master, Angle angle, Platform platform, CancellationToken cancellationToken) =>
        context.CreateOnceAsync("platform_variants", $"variant:{index}:{platform.Name}", async () =>
        {
            var variant = await variantWriter.WriteAsync(
                platform, new StoredRecord("master_contents", master), campaign, angle.ToFields(), request.Language, context.Run.Quiet(), cancellationToken);
            return variant.ToFields(request.WorkspaceId, IdOf(master));
        }, cancellationToken);

    // Posts that nobody has looked at are still posts.
    private async Task<IReadOnlyList<EditorFlag>> CheckAsync(
        JobContext context, CampaignContext campaign, JsonObject[] masters, IReadOnlyCollection<JsonObject> variants, string language, CancellationToken cancellationToken)
    {
        try
        {
            var list = await context.OnceAsync(
                "flags", GeneratorWire.Types.FlagList, () => guardian.CheckAsync(campaign, masters, variants, language, context.Run.Quiet(), cancellationToken), cancellationToken);
            return list.Flags;
        }
        catch (Exception exception) when (exception is ModelException or ModelBudgetException || (exception is GenerationException { Step: null }))
        {
            await SayAsync(context.Run, $"Brand guardian checks skipped: {exception.Message}", cancellationToken);
            return [];
        }
    }

    private Task ForEachAsync(int count, Func<int, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = options.Value.Concurrency, CancellationToken = cancellationToken },
        async (index, token) => await work(index, token));

    private ValueTask SayAsync(GenerationRun run, string step, CancellationToken cancellationToken) => run.StatusAsync("active", Agent, step, cancellationToken);

    private static string IdOf(JsonObject record) => record["id"]!.GetValue<string>();
}
