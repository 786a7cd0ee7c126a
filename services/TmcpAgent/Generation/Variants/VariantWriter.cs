using System.Text.Json.Nodes;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Masters;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Variants;

/// <summary>Adapts a master content to one platform, within the platform's limit.</summary>
internal sealed class VariantWriter(StructuredModel model, PromptFactory prompts)
{
    /// <exception cref="GenerationException">The model did not write one; the text names the platform.</exception>
    public async Task<PlatformVariant> WriteAsync(
        Platform platform, StoredRecord master, CampaignContext context, JsonObject? angle, string language, GenerationRun run, CancellationToken cancellationToken)
    {
        var prompt = prompts.PlatformVariant(language, platform);
        context.AddTo(prompt).Block("master", master);
        if (angle is not null)
            prompt.Block("angle", angle.DeepClone());

        var format = new AnswerFormat<VariantAnswer>("platform_variant", GeneratorWire.Types.VariantAnswer, temperature: 0.7f) { Label = platform.Name };
        if (platform.Limit is { } limit)
            format.Schema["properties"]!["adapted_copy"]!["maxLength"] = limit;
        var answer = await model.AskAsync(format, prompt, run, MasterWriter.Generator, cancellationToken, async findings =>
        {
            await run.StatusAsync("active", MasterWriter.Evaluator, $"RETRY ({platform.Name}): {findings}", cancellationToken);
            await run.StatusAsync("active", MasterWriter.Generator, $"Correcting the text for {platform.Name}", cancellationToken);
        });
        return answer.For(platform);
    }
}
