using Tmcp.AppHost.Discord;

namespace Tmcp.AppHost;

/// <summary>The channel that the AIOps agent writes to.</summary>
internal static class DiscordExtensions
{
    private const string Variable = "DISCORD_WEBHOOK_URL";
    private const string EndpointName = "http";

    /// <summary>
    /// Adds the inbox, a stand-in for Discord with a page that shows each message; <c>DISCORD_WEBHOOK_URL</c> replaces it by the real one.
    /// In the cluster it is always the real one.
    /// </summary>
    internal static IResourceBuilder<IResource> AddDiscord(this IDistributedApplicationBuilder builder, string name)
    {
        var isOutside = builder.ExecutionContext.IsPublishMode
            || (builder.GetTmcpOptions().OutsideServices && builder.Configuration[Variable] is { Length: > 0 });
        return isOutside ? builder.AddOutside(name) : builder.AddInbox(name);
    }

    /// <summary>Gives a service the address as <c>DISCORD_WEBHOOK_URL</c>.</summary>
    internal static IResourceBuilder<T> WithDiscord<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> discord)
        where T : IResourceWithEnvironment =>
        (discord is IResourceBuilder<ProjectResource> inbox ? builder.WithUrl(ReferenceExpression.Create($"{inbox.GetEndpoint(EndpointName)}"), "Inbox") : builder)
            .WithEnvironment(Variable, discord.Resource.Annotations.OfType<DiscordAnnotation>().Single().Url).WithRelationship(discord.Resource, "Reference");

    private static IResourceBuilder<ParameterResource> AddOutside(this IDistributedApplicationBuilder builder, string name)
    {
        var parameter = $"{name}-webhook-url";
        // The address itself is the secret, so the shell's variable becomes the value of a secret parameter.
        var url = builder.ExecutionContext.IsRunMode && builder.Configuration[$"Parameters:{parameter}"] is null
            ? builder.AddParameter(parameter, () => builder.Configuration[Variable]!, secret: true)
            : builder.AddParameter(parameter, secret: true);
        return url
            .WithDescription("Address of the Discord channel's webhook.")
            .WithAnnotation(new DiscordAnnotation(url.Resource));
    }

    private static IResourceBuilder<ProjectResource> AddInbox(this IDistributedApplicationBuilder builder, string name)
    {
        var token = builder.AddSecret(Names.DiscordInboxToken, "Token of the inbox's webhook.");
        var inbox = builder.AddProject<Projects.TmcpEmulators>(name)
            // What a restart forgets, the AIOps agent could no longer edit.
            .WithArgs("discord", "--data", Path.Combine(builder.GetTmcpOptions().DataFolder, name))
            .WithEnvironment("DISCORD_WEBHOOK_TOKEN", token)
            .WithHttpEndpoint(name: EndpointName)
            .WithHttpHealthCheck("/health")
            .WithUrlForEndpoint(EndpointName, url => url.DisplayText = "Inbox")
            .WithIconName("MailInbox")
            .ExcludeFromManifest();
        return inbox
            .WithAnnotation(new DiscordAnnotation(ReferenceExpression.Create($"{inbox.GetEndpoint(EndpointName)}/api/webhooks/100000000000000001/{token}")))
            .WithAnnotation(new BackingAnnotation($"emulator: an inbox ({Variable} is not set)"));
    }
}
