using Microsoft.Extensions.Options;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Generation.Variants;

namespace Tmcp.Agent.Generation.Prompts;

/// <summary>Begins prompts.</summary>
internal sealed class PromptFactory(IOptions<GenerationLimits> limits)
{
    public Prompt Worksheet(string language) => Begin("worksheet", Instructions.Worksheet, language);

    public Prompt BrandIdentity(string language) => Begin("brand_identity", Instructions.BrandIdentity, language);

    public Prompt CustomerProfile(string language) => Begin("customer_profile", Instructions.CustomerProfile, language);

    public Prompt MarketingStrategy(string language) => Begin("marketing_strategy", Instructions.MarketingStrategy, language);

    public Prompt MasterContent(string language) => Begin("master_content", Instructions.MasterContent, language);

    public Prompt PlatformVariant(string language, Platform platform)
    {
        var prompt = Begin("platform_variant", $"{Instructions.PlatformVariant}\nOn {platform.Name}: {platform.Advice}", language).Line("Platform", platform.Name);
        return platform.Limit is { } limit ? prompt.Line("Limit", limit) : prompt;
    }

    public Prompt Angles(string language, int count, string stage) =>
        Begin("angles", Instructions.Angles, language).Line("Count", count).Line("Stage", stage);

    public Prompt ContentBriefs(string language, int count, string stage) =>
        Begin("content_briefs", Instructions.Angles, language).Line("Count", count).Line("Stage", stage);

    public Prompt EditorFlags(string language) => Begin("editor_flags", Instructions.EditorFlags, language);

    private Prompt Begin(string task, string instructions, string language) =>
        new Prompt(task, instructions, limits.Value.ContextCharacters).Line("Language", language);
}
