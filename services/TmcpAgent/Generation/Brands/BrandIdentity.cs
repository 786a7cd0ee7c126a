using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Brands;

/// <param name="BrandName">What it is called.</param>
/// <param name="Slogan">To remember it by.</param>
/// <param name="MissionStatement">What it is for.</param>
/// <param name="Keywords">5 to 7.</param>
/// <param name="ColorPalette">5 colours, <c>#RRGGBB</c>.</param>
internal sealed record BrandIdentity(
    string BrandName, string Slogan, string MissionStatement, IReadOnlyList<string> Keywords, IReadOnlyList<string> ColorPalette);

internal sealed record BrandDone(BrandIdentity BrandIdentity) : DoneEvent;
