using Microsoft.Extensions.Options;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Prompts;

/// <summary>Begins prompts.</summary>
internal sealed class PromptFactory(IOptions<GenerationLimits> limits)
{
    public Prompt Worksheet(string language) => Begin("worksheet", Instructions.Worksheet, language);

    public Prompt BrandIdentity(string language) => Begin("brand_identity", Instructions.BrandIdentity, language);

    public Prompt CustomerProfile(string language) => Begin("customer_profile", Instructions.CustomerProfile, language);

    public Prompt MarketingStrategy(string language) => Begin("marketing_strategy", Instructions.MarketingStrategy, language);

    private Prompt Begin(string task, string instructions, string language) =>
        new Prompt(task, instructions, limits.Value.ContextCharacters).Line("Language", language);
}
