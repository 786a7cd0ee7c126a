using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Context;

/// <summary>Says in the stream which context is missing, so that nobody wonders why the result is general.</summary>
internal static class ContextGaps
{
    public static ValueTask WarnAboutBrandAsync(this GenerationRun run, StoredRecord brand, CancellationToken cancellationToken) =>
        run.WarnAsync(
            "brand", $"Brand '{brand.Text("brand_name")}'", "core_messaging",
            [("slogan", brand.Has("core_messaging", "slogan")), ("mission", brand.Has("core_messaging", "mission_statement")), ("keywords", brand.Has("core_messaging", "keywords"))],
            cancellationToken);

    public static ValueTask WarnAboutPersonaAsync(this GenerationRun run, StoredRecord persona, CancellationToken cancellationToken) =>
        run.WarnAsync(
            "persona", $"Persona '{persona.Text("persona_name")}'", "psychographics",
            [("goals", persona.Has("psychographics", "goals")), ("pain points", persona.Has("psychographics", "pain_points"))],
            cancellationToken);

    public static ValueTask WarnAboutWorksheetAsync(this GenerationRun run, StoredRecord worksheet, CancellationToken cancellationToken) =>
        run.WarnAsync(
            "worksheet", $"Worksheet '{worksheet.Text("title")}'", "agent_context.content", [("content", worksheet.Has("agent_context", "content"))], cancellationToken);

    public static ValueTask WarnAboutProductAsync(this GenerationRun run, StoredRecord product, CancellationToken cancellationToken) =>
        run.WarnAsync(
            "product", $"Product '{product.Text("name")}'", "usp",
            [("description", product.Has("description")), ("unique selling point", product.Has("usp"))], cancellationToken);

    public static ValueTask WarnAboutCampaignAsync(this GenerationRun run, StoredRecord campaign, CancellationToken cancellationToken) =>
        run.WarnAsync(
            "campaign", $"Campaign '{campaign.Text("name")}'", "kpi_targets.strategy.goal", [("goal", campaign.Has("kpi_targets", "strategy", "goal"))], cancellationToken);

    private static ValueTask WarnAsync(
        this GenerationRun run, string block, string name, string field, IEnumerable<(string Part, bool There)> parts, CancellationToken cancellationToken)
    {
        var missing = parts.Where(part => !part.There).Select(part => part.Part).ToList();
        return missing.Count == 0
            ? ValueTask.CompletedTask
            : run.WarnAsync($"{name} has no {string.Join(", no ", missing)}: the result will be more general. Fill it in and ask again.", $"{block}.{field}", cancellationToken);
    }
}
