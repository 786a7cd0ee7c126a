using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Masters;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Variants;

/// <summary>Adapts a master content to platforms, one after the other, and saves all of them or none.</summary>
internal sealed class VariantGenerator(RecordReader reader, CampaignContextReader contexts, VariantWriter writer, RecordWriter records) : IGenerator<VariantsRequest>
{
    public string Agent => "PlatformVariants";

    public async Task<DoneEvent> GenerateAsync(VariantsRequest request, GenerationRun run, CancellationToken cancellationToken)
    {
        run.WorkspaceId = request.WorkspaceId;
        run.Step = "Agent execution";
        var platforms = Platforms.Require(request.Platforms);
        await run.StatusAsync("active", "Retriever", "Fetching the master content and its campaign", cancellationToken);
        var master = await reader.GetAsync(run.Caller, "master_contents", request.MasterContentId, cancellationToken);
        CampaignContextReader.RequireWorkspace(master, request.WorkspaceId, "Master content", request.MasterContentId);
        var context = await ReadContextAsync(master, run, cancellationToken);

        var variants = new List<PlatformVariant>();
        foreach (var platform in platforms)
        {
            await run.StatusAsync("active", MasterWriter.Generator, $"Writing for {platform.Name} ({variants.Count + 1}/{platforms.Count})", cancellationToken);
            variants.Add(await writer.WriteAsync(platform, master, context, request.Angle, request.LanguagePreference, run, cancellationToken));
        }

        var feedback = $"APPROVED: {variants.Count} texts have the form and length asked for.";
        await run.StatusAsync("active", MasterWriter.Evaluator, feedback, cancellationToken);
        await run.StatusAsync("active", "Saver", request.Save ? "Saving the variants" : "Ready to be saved", cancellationToken);
        return new VariantsDone(request.Save ? await SaveAsync(variants, master, run, cancellationToken) : variants, platforms.Count, feedback);
    }

    private async Task<CampaignContext> ReadContextAsync(StoredRecord master, GenerationRun run, CancellationToken cancellationToken)
    {
        var campaign = master.Text("campaign_id");
        if (campaign.Length > 0)
            return await contexts.ReadAsync(campaign, master.WorkspaceId, run, cancellationToken);

        await run.WarnAsync("The master content belongs to no campaign: the texts are written from its message alone. Choose a campaign for it.", "campaign", cancellationToken);
        return CampaignContext.Empty;
    }

    private async Task<IReadOnlyList<PlatformVariant>> SaveAsync(
        IEnumerable<PlatformVariant> variants, StoredRecord master, GenerationRun run, CancellationToken cancellationToken)
    {
        var saved = new List<PlatformVariant>();
        foreach (var variant in variants)
        {
            var id = await records.CreateAsync(
                run.Caller, "platform_variants", RecordId.Random(), variant.ToFields(master.WorkspaceId, master.Id), cancellationToken);
            saved.Add(variant with { VariantId = id });
        }

        return saved;
    }
}
