using Microsoft.Extensions.Options;
using Tmcp.AiOps.Analysis.Rules;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Analysis;

/// <summary>Always comes to a result: the model's, or the rules' with the reason.</summary>
internal sealed class Analyst(
    ContextReader contexts, ModelClient model, AiOpsTelemetry telemetry, IOptions<AnalysisOptions> options, ILogger<Analyst> logger)
{
    public async Task<AnalysisResult> AnalyseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var context = await contexts.ReadAsync(incident, cancellationToken);
        if (!options.Value.UseModel)
            return ByRules(incident, context, "disabled", null);
        // What is over before anybody looked is not worth the model's time.
        if (incident.State == IncidentState.Resolved)
            return ByRules(incident, context, "resolved", null);
        try
        {
            var answer = await model.AskAsync(ModelPrompt.System, ModelPrompt.User(incident, context, options.Value.PromptTokens), cancellationToken);
            var result = Verdict.Read(answer, context, incident.Severity);
            telemetry.Analysed("model", "ok");
            return result;
        }
        catch (ModelFailure failure)
        {
            Log.AnalysedByRules(logger, incident.Id, failure.Message);
            return ByRules(incident, context, failure.Kind, failure.Message);
        }
    }

    private AnalysisResult ByRules(Incident incident, IncidentContext context, string why, string? note)
    {
        telemetry.Analysed("rules", why);
        return RuleAnalyst.Analyse(incident, context, note);
    }
}
