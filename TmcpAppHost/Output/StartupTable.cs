using Microsoft.Extensions.Configuration;

namespace Tmcp.AppHost.Output;

/// <summary>The table that a person sees when the stack is up: each resource, where it answers, what stands behind it.</summary>
internal sealed class StartupTable(IConfiguration configuration, TextWriter output)
{
    /// <summary>Writes the table, the dashboard's login link and what to try first.</summary>
    internal void Print(IEnumerable<IResource> resources, IReadOnlyDictionary<string, CustomResourceSnapshot> snapshots)
    {
        var rows = resources
            .Select(resource => Row.From(resource, snapshots.GetValueOrDefault(resource.Name)))
            .ToArray();
        var widths = new[]
        {
            rows.Max(row => row.Name.Length), rows.Max(row => row.State.Length), rows.Max(row => row.Url.Length),
        };

        output.WriteLine();
        foreach (var row in rows)
        {
            output.WriteLine(
                $"  {row.Name.PadRight(widths[0])}  {row.State.PadRight(widths[1])}  {row.Url.PadRight(widths[2])}  {row.Backing}".TrimEnd());
        }

        output.WriteLine();
        if (LoginLink() is { } link)
            output.WriteLine($"  Dashboard  {link}");
        output.WriteLine(rows.All(row => row.IsUp) ? FirstSteps(rows) : "  Not everything is up: see the state above and the resource's log in the dashboard.");
        output.WriteLine();
    }

    private static string FirstSteps(IEnumerable<Row> rows)
    {
        var urls = rows.ToDictionary(row => row.Name, row => row.Url, StringComparer.Ordinal);
        return $"  Try first  {urls.GetValueOrDefault(Names.Gateway)}/hub/ as demo@tmcp.local with the dashboard's parameter 'demo-password',\n"
            + $"             {urls.GetValueOrDefault(Names.Gateway)}/ for the blog, and the chat in README.md ('A first chat').\n"
            + $"             'Fire a test alert' on {Names.AiOpsAgent} in the dashboard: its message appears in {InboxOf(urls)}.\n"
            + "             Ctrl+C stops everything.";
    }

    private static string InboxOf(Dictionary<string, string> urls) =>
        urls.GetValueOrDefault(Names.Discord) is { Length: > 0 } inbox ? inbox : "the Discord channel";

    private string? LoginLink()
    {
        var address = configuration["ASPNETCORE_URLS"]?.Split(';')[0];
        var token = configuration["AppHost:BrowserToken"];
        return address is { Length: > 0 } && token is { Length: > 0 } ? $"{address}/login?t={token}" : null;
    }

    private sealed record Row(string Name, string State, bool IsUp, string Url, string Backing)
    {
        public static Row From(IResource resource, CustomResourceSnapshot? snapshot)
        {
            var state = snapshot?.State?.Text ?? "Unknown";
            // A step, such as the install of packages, is up when it has done its work.
            var isUp = state == KnownResourceStates.Running || (state == KnownResourceStates.Finished && snapshot?.ExitCode is 0);
            var url = snapshot?.Urls.FirstOrDefault(url => !url.IsInternal)?.Url.TrimEnd('/') ?? "";
            var backing = resource.TryGetLastAnnotation<BackingAnnotation>(out var annotation) ? annotation.Text : "this repository";
            return new Row(resource.Name, Describe(state, snapshot), isUp, url, backing);
        }

        private static string Describe(string state, CustomResourceSnapshot? snapshot) => snapshot switch
        {
            { ExitCode: { } code } when code != 0 => $"{state} (exit code {code})",
            { HealthStatus: { } health } when state == KnownResourceStates.Running => $"{state}, {health.ToString().ToLowerInvariant()}",
            _ => state,
        };
    }
}
