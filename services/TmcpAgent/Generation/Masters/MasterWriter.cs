using System.Text.Json.Nodes;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Masters;

/// <summary>Writes one master content and has it evaluated.</summary>
internal sealed class MasterWriter(StructuredModel model, PromptFactory prompts)
{
    public const string Generator = "Generator";
    public const string Evaluator = "Evaluator";

    public async Task<(MasterContent Content, string Feedback)> WriteAsync(
        CampaignContext context, JsonObject? angle, string language, GenerationRun run, CancellationToken cancellationToken)
    {
        var prompt = context.AddTo(prompts.MasterContent(language));
        if (angle is not null)
            prompt.Block("angle", angle.DeepClone());
        await prompt.WarnAsync(run, cancellationToken);

        var feedback = context.Brand is null && context.Persona is null
            ? "WARNING: written without a brand and a persona."
            : "APPROVED: the message has the form asked for.";
        await run.StatusAsync("active", Generator, "Writing the master content", cancellationToken);
        var format = new AnswerFormat<MasterContent>("master_content", GeneratorWire.Types.MasterContent, temperature: 0.7f);
        var content = await model.AskAsync(format, prompt, run, Generator, cancellationToken, async findings =>
        {
            await run.StatusAsync("active", Evaluator, $"RETRY: {findings}", cancellationToken);
            await run.StatusAsync("active", Generator, "Correcting the master content", cancellationToken);
        });
        await run.StatusAsync("active", Evaluator, feedback, cancellationToken);
        return (content, feedback);
    }
}
