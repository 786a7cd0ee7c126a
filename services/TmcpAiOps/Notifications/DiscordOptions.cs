using System.ComponentModel.DataAnnotations;
using Tmcp.AiOps.Settings;

namespace Tmcp.AiOps.Notifications;

/// <summary>Where messages go.</summary>
internal sealed class DiscordOptions
{
    public const string Section = "AiOps:Discord";

    /// <summary>A secret: whoever knows it can post. Never logged, traced or repeated. Environment: <c>DISCORD_WEBHOOK_URL</c>.</summary>
    [Address("DISCORD_WEBHOOK_URL")]
    public Uri? WebhookUrl { get; set; }

    /// <summary>Longest wait for one answer. 100 ms to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest pause that is obeyed when Discord asks for one. 1 s to 1 d.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Base address of the Aspire dashboard, for links.</summary>
    [Address("AiOps:Discord:DashboardUrl")]
    public Uri? DashboardUrl { get; set; }

    /// <summary>Base address of Kibana with its base path, for links.</summary>
    [Address("AiOps:Discord:KibanaUrl")]
    public Uri? KibanaUrl { get; set; }
}
