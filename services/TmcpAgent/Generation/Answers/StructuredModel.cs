using System.Text.Json.Nodes;
using OpenAI.Chat;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>
/// Asks for JSON in a form. 1. Find the JSON in the answer and check it. 2. If it is wrong, ask once more with what is wrong. 3. What still is
/// too long is cut, what can be mended is mended, and both are said; anything else fails with the parts that are wrong.
/// </summary>
internal sealed class StructuredModel(ModelClient model)
{
    private const int FindingsSaid = 5;

    /// <param name="format">What the answer has to look like.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="run">Gets the model's words and the warnings.</param>
    /// <param name="who">The agent or node that thinks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="onRepair">Told what was wrong before the model is asked again.</param>
    /// <exception cref="GenerationException">The second answer was wrong, too.</exception>
    public async Task<T> AskAsync<T>(
        AnswerFormat<T> format, Prompt prompt, GenerationRun run, string who, CancellationToken cancellationToken,
        Func<string, ValueTask>? onRepair = null)
    {
        var conversation = prompt.Build();
        var first = await SayAsync(format, conversation, run, who, cancellationToken);
        var (answer, findings) = Judge(format, first);
        if (findings.Any(finding => finding.Kind is not FindingKind.ListTooLong))
        {
            if (onRepair is not null)
                await onRepair(Summarise(findings));
            conversation.Add(new AssistantChatMessage(first.Length == 0 ? "(nothing)" : first));
            conversation.Add(new UserChatMessage(RepairRequest.For(findings)));
            var second = await SayAsync(format, conversation, run, who, cancellationToken);
            (answer, findings) = Judge(format, second);
        }

        return format.Read(await SettleAsync(format, answer, findings, run, cancellationToken));
    }

    private static async Task<JsonObject> SettleAsync<T>(
        AnswerFormat<T> format, JsonObject? answer, IReadOnlyList<Finding> findings, GenerationRun run, CancellationToken cancellationToken)
    {
        if (answer is not null && findings.Count > 0)
        {
            List<string> changes = [.. findings.Where(finding => finding.Kind is not FindingKind.Wrong).Select(Trimming.Apply)];
            if (format.Mend is not null && findings.Any(finding => finding.Kind is FindingKind.Wrong))
                changes.AddRange(format.Mend(answer));
            findings = Inspect(format, answer);
            if (findings.Count == 0)
            {
                foreach (var change in changes)
                    await run.WarnAsync(format.Label == format.Name ? change : $"{format.Label}: {change}", format.Label, cancellationToken);
            }
        }

        return answer is not null && findings.Count == 0
            ? answer
            : throw new GenerationException(
                answer is null
                    ? $"The model's answer for {format.Label} is not valid JSON, also after it was asked to correct it. Try again, or use a larger model."
                    : $"The model's answer for {format.Label} is not valid JSON of the form asked for, also after it was asked to correct it: {Summarise(findings)}. Try again, or use a larger model.");
    }

    private static (JsonObject? Answer, IReadOnlyList<Finding> Findings) Judge<T>(AnswerFormat<T> format, string text) =>
        format.Wrap(JsonExtraction.Find(text)) is { } answer
            ? (answer, Inspect(format, answer))
            : (null, [new Finding("", $"the answer is no JSON object. Answer with the JSON of {format.Name} and nothing else.")]);

    private static IReadOnlyList<Finding> Inspect<T>(AnswerFormat<T> format, JsonObject answer)
    {
        format.Prepare?.Invoke(answer);
        var findings = SchemaCheck.Check(format.Schema, answer);
        return findings.Count == 0 && format.Check is not null ? [.. format.Check(answer)] : findings;
    }

    private static string Summarise(IReadOnlyList<Finding> findings) =>
        string.Join("; ", findings.Take(FindingsSaid)) + (findings.Count > FindingsSaid ? $"; and {findings.Count - FindingsSaid} more" : "");

    private async Task<string> SayAsync<T>(
        AnswerFormat<T> format, IReadOnlyList<ChatMessage> conversation, GenerationRun run, string who, CancellationToken cancellationToken)
    {
        await run.StatusAsync("thinking", who, step: null, cancellationToken);
        var answer = await model.AskAsync(
            conversation, [], run.Budget, (text, token) => run.SendAsync(new ChunkEvent(text), token).AsTask(), cancellationToken, format.Style);
        return answer.Text;
    }
}
