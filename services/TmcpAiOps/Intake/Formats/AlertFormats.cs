using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>Tells the alert formats apart by the fields that only one of them has.</summary>
internal static class AlertFormats
{
    /// <exception cref="BodyException">None of the known formats, or one with a wrong shape.</exception>
    public static IReadOnlyList<Signal> Read(JsonElement body, DateTimeOffset now)
    {
        try
        {
            return ReadKnown(body, now);
        }
        catch (InvalidOperationException)
        {
            throw JsonBodies.HalfCharacter();
        }
    }

    private static IReadOnlyList<Signal> ReadKnown(JsonElement body, DateTimeOffset now)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw Unknown($"the body is {JsonReading.Describe(body)}, not an object");
        if (Has(body, "alerts"))
            return GroupedFormat.Read(body, now);
        if (Has(body, "evalMatches") || (Has(body, "ruleName") && Has(body, "state")))
            return [GrafanaLegacyFormat.Read(body, now)];
        if (Has(body, "rule") || Has(body, "rule_name") || Has(body, "alertActionGroup"))
            return [KibanaFormat.Read(body, now)];
        if (Has(body, "service_name") || Has(body, "error_message"))
            return [ClassicFormat.Read(body, now)];
        throw Unknown("it has none of the fields that tell a format");
    }

    private static bool Has(JsonElement body, string name) => body.TryGetProperty(name, out _);

    private static BodyException Unknown(string why) => new(
        $"The body is no known alert: {why}. Send Alertmanager's webhook (field 'alerts'), Grafana's, a Kibana rule action "
        + "(field 'rule'), or {\"service_name\", \"timestamp\", \"error_message\"}.");
}
