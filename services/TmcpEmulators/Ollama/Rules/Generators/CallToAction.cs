namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>What a text asks its reader to do.</summary>
internal static class CallToAction
{
    /// <summary>What the angle says, else what fits the stage, else the type of the campaign.</summary>
    public static string Of(Draft draft, Facts facts) =>
        facts.Find("direction") ?? Template.Pick(draft.Book.Stage(Stage(draft)).Calls, facts, facts.Index)!;

    private static string Stage(Draft draft) =>
        FactReader.Text(FactReader.First(draft.Prompt, "angle"), "funnel_stage", "funnelStage")
        ?? draft.Prompt.Setting("stage")
        ?? (draft.Prompt.Setting("campaign type") ?? FactReader.Text(FactReader.First(draft.Prompt, "campaign"), "campaign_type")) switch
        {
            "conversion" or "retargeting" => "Conversion",
            "newsletter" => "Retention",
            "social_series" => "Consideration",
            _ => "Awareness",
        };
}
