using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Customers;

/// <summary>Makes one ideal customer for a brand.</summary>
internal sealed class CustomerGenerator(RecordReader records, StructuredModel model, PromptFactory prompts) : IGenerator<CustomerRequest>
{
    private static readonly AnswerFormat<CustomerProfile> Format = new("customer_profile", GeneratorWire.Types.CustomerProfile, temperature: 0.7f);

    public string Agent => "MarketResearcher";

    public async Task<DoneEvent> GenerateAsync(CustomerRequest request, GenerationRun run, CancellationToken cancellationToken)
    {
        await run.EnterAsync("fetching_brand", cancellationToken);
        var brand = await records.GetAsync(run.Caller, "brand_identities", request.BrandIdentityId, cancellationToken);
        run.WorkspaceId = brand.WorkspaceId;
        await run.WarnAboutBrandAsync(brand, cancellationToken);

        var prompt = await prompts.CustomerProfile(request.Language).Block("brand", brand).WarnAsync(run, cancellationToken);
        await run.EnterAsync("analyzing", cancellationToken);
        var profile = await model.AskAsync(Format, prompt, run, Agent, cancellationToken);
        return new CustomerDone(profile.WithLists());
    }
}
