namespace Tmcp.AppHost.Discord;

/// <summary>Where messages are sent to.</summary>
/// <param name="Url">A secret: who knows it can write into the channel.</param>
internal sealed record DiscordAnnotation(IExpressionValue Url) : IResourceAnnotation;
