using System.Text.Json.Nodes;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Batch;

/// <summary>Reads finished posts as an editor would.</summary>
internal sealed class BrandGuardian(StructuredModel model, PromptFactory prompts)
{
    /// <summary>What an editor would change; flags about records that do not exist are left out.</summary>
    public async Task<FlagList> CheckAsync(
        CampaignContext context, IReadOnlyCollection<JsonObject> masters, IReadOnlyCollection<JsonObject> variants, string language, GenerationRun run,
        CancellationToken cancellationToken)
    {
        var format = new AnswerFormat<FlagList>("editor_flags", GeneratorWire.Types.FlagList, temperature: 0.2f);
        var prompt = prompts.EditorFlags(language).Block("brand", context.Brand).Block("masters", List(masters)).Block("variants", List(variants));
        var known = masters.Concat(variants).Select(record => record["id"]!.GetValue<string>()).ToHashSet();
        var flags = await model.AskAsync(format, prompt, run, run.Agent, cancellationToken);
        return new FlagList([.. flags.Flags.Where(flag => known.Contains(flag.TargetId))]);
    }

    private static JsonArray List(IEnumerable<JsonObject> records) => new([.. records.Select(record => record.DeepClone())]);
}
