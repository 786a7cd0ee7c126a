using Tmcp.Agent.Generation.Prompts;

namespace Tmcp.Agent.Generation.Context;

/// <summary>A campaign and what it points to. Everything but the campaign may be missing.</summary>
internal sealed record CampaignContext(StoredRecord? Campaign, StoredRecord? Worksheet, StoredRecord? Product, StoredRecord? Brand, StoredRecord? Persona)
{
    public static CampaignContext Empty { get; } = new(null, null, null, null, null);

    public string Goal => Campaign?.Text("kpi_targets", "strategy", "goal") ?? "";

    /// <summary>Adds what there is of it to a prompt.</summary>
    public Prompt AddTo(Prompt prompt) => prompt
        .Line("Goal", Goal)
        .Line("Campaign type", Campaign?.Text("campaign_type") ?? "")
        .Block("campaign", Campaign).Block("brand", Brand).Block("persona", Persona).Block("product", Product).Block("worksheet", Worksheet);
}
