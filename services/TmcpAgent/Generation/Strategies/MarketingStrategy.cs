using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Strategies;

/// <param name="Name">A name for the campaign.</param>
/// <param name="AcquisitionStrategy">How customers are won.</param>
/// <param name="Positioning">Against whom.</param>
/// <param name="ValueProposition">What they get.</param>
/// <param name="ToneOfVoice">How it sounds.</param>
internal sealed record MarketingStrategy(string Name, string AcquisitionStrategy, string Positioning, string ValueProposition, string ToneOfVoice);

internal sealed record StrategyDone(MarketingStrategy MarketingStrategy) : DoneEvent;
