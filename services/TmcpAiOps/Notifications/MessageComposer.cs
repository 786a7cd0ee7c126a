using System.Globalization;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Incidents;

namespace Tmcp.AiOps.Notifications;

/// <summary>Writes the message of an incident within Discord's limits (title 256, field name 256, field value 1024, all texts 6000).</summary>
internal sealed class MessageComposer(IOptions<DiscordOptions> options)
{
    private const int MaxTitle = 256;
    private const int MaxValue = 1024;

    public DiscordMessage Compose(Incident incident, string presentation)
    {
        var analysis = incident.Analysis;
        var fields = new List<DiscordField>
        {
            Field("Description", DiscordText.Plain(Description(incident), MaxValue), "not provided"),
            Field(analysis?.By == AnalysisBy.Model ? "Root Cause Analysis (AI)" : "Root Cause Analysis (rules, no AI)", Cause(analysis), "pending"),
            Field("Suggested Fix", DiscordText.Plain(analysis?.Solution ?? "", MaxValue), "no suggestion"),
        };
        if (analysis is { Evidence.Count: > 0 })
            fields.Add(new DiscordField("Evidence", DiscordText.Block(analysis.Evidence, MaxValue), false));
        fields.Add(new DiscordField("Severity", SeverityWords.Name(incident.Severity), true));
        fields.Add(new DiscordField("State", State(incident, presentation), true));
        if (incident.Count > 1)
            fields.Add(new DiscordField("Seen", $"{incident.Count.ToString(CultureInfo.InvariantCulture)} times", true));
        if (Links(incident) is { Length: > 0 } links)
            fields.Add(new DiscordField("Links", links, false));
        var embed = new DiscordEmbed(
            Title(incident, presentation), Color(incident, presentation), fields,
            new DiscordFooter($"Powered by tmcp-aiops-agent · {incident.Id}"), incident.OpenedAt);
        return new DiscordMessage("AIOps Alert Manager", [embed]);
    }

    private static string Title(Incident incident, string presentation)
    {
        const int Rest = 40;
        var service = DiscordText.Plain(incident.Service, MaxTitle - Rest);
        return presentation switch
        {
            "resolved" => $"✅ Resolved: {service}",
            Presentation.Flapping => $"🔁 Flapping: {service}",
            _ => $"🚨 Alert: {service} failure detected",
        };
    }

    private static int Color(Incident incident, string presentation) => presentation switch
    {
        "resolved" => 0x2ECC71,
        Presentation.Flapping => 0x9B59B6,
        _ => incident.Severity switch
        {
            Severity.Critical => 0x8B0000,
            Severity.Error => 16711680, // as in the first version of this service
            Severity.Warning => 0xF1C40F,
            _ => 0x3498DB,
        },
    };

    private static string Description(Incident incident) =>
        incident.First.Name.Length > 0 ? $"{incident.First.Name}: {incident.First.Message}" : incident.First.Message;

    private static string Cause(AnalysisResult? analysis)
    {
        if (analysis is null)
            return "";
        var tail = $"\n*Confidence {analysis.Confidence * 100:0} %{(analysis.Note is null ? "" : $" · {DiscordText.Plain(analysis.Note, 200)}")}*";
        return DiscordText.Plain(analysis.RootCause, MaxValue - tail.Length) is { Length: > 0 } cause ? cause + tail : "";
    }

    private static string State(Incident incident, string presentation) => presentation switch
    {
        "resolved" when incident.ResolvedAt is { } end => $"resolved after {Length(end - incident.First.At)}",
        Presentation.Flapping => $"came back {incident.Reopened} times; told again when it keeps still",
        _ when incident.Reopened > 0 => $"firing again ({incident.Reopened} times)",
        _ => "firing",
    };

    private static string Length(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "a moment",
        { TotalMinutes: < 1 } => $"{time.TotalSeconds:0} s",
        { TotalHours: < 1 } => $"{time.TotalMinutes:0} min",
        _ => $"{time.TotalHours:0.#} h",
    };

    // Only to our own pages: an address in an alert is what somebody else wrote.
    private string Links(Incident incident)
    {
        var links = new List<string>();
        var service = Uri.EscapeDataString(Texts.Cut(incident.Service, 40)).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        if (options.Value.DashboardUrl is { } dashboard)
            links.Add($"[Dashboard]({dashboard.AbsoluteUri.TrimEnd('/')}/structuredlogs/resource/{service})");
        if (options.Value.KibanaUrl is { } kibana)
        {
            var at = incident.First.At.UtcDateTime;
            links.Add($"[Kibana]({kibana.AbsoluteUri.TrimEnd('/')}/app/discover#/?_g=%28time:%28from:'{at.AddMinutes(-15):yyyy-MM-ddTHH:mm:ssZ}',to:'{at.AddMinutes(15):yyyy-MM-ddTHH:mm:ssZ}'%29%29"
                + $"&_a=%28query:%28language:kuery,query:'service.name:%22{service}%22'%29%29)");
        }

        return string.Join(" · ", links);
    }

    private static DiscordField Field(string name, string value, string otherwise) => new(name, value.Length == 0 ? otherwise : value, false);
}
