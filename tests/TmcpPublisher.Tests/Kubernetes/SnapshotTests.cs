using System.Globalization;
using Tmcp.Publisher.Output;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>
/// Every file of the tree, whole. <c>TMCP_RENEW_SNAPSHOTS=1 dotnet test tests/TmcpPublisher.Tests --filter SnapshotTests</c> writes the
/// files anew; the difference is then read in the commit.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "TmcpPublisher.Tests", "Snapshots");

    [Fact]
    public void Todays_graph_gives_these_files() => AssertSnapshot("today", TmcpPlaces.Render(TmcpGraph.Today()));

    [Fact]
    public void The_whole_graph_gives_these_files() => AssertSnapshot("whole", TmcpPlaces.Render(TmcpGraph.Whole(), extras: "prod"));

    [Fact]
    public void A_second_run_gives_the_same_bytes_in_every_culture_and_time_zone()
    {
        var first = TmcpPlaces.Render(TmcpGraph.Whole());
        var culture = CultureInfo.CurrentCulture;
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            foreach (var (name, place) in new[] { ("tr-TR", "Asia/Kolkata"), ("ar-SA", "America/St_Johns"), ("de-DE", "Pacific/Chatham") })
            {
                CultureInfo.CurrentCulture = Odd(name);
                Environment.SetEnvironmentVariable("TZ", place);
                TimeZoneInfo.ClearCachedData();
                Assert.Equal(first.Files, TmcpPlaces.Render(TmcpGraph.Whole()).Files);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Order_of_dictionaries_does_not_matter()
    {
        var graph = TmcpGraph.Today();
        var turned = graph with { Parameters = graph.Parameters.Reverse().ToDictionary(entry => entry.Key, entry => entry.Value) };
        var settings = TmcpPlaces.Settings with
        {
            Environments = TmcpPlaces.Settings.Environments.Reverse().ToDictionary(entry => entry.Key, entry => entry.Value),
        };

        Assert.Equal(TmcpPlaces.Render(graph).Files, TmcpPlaces.Render(turned, settings).Files);
    }

    [Fact]
    public void Every_file_ends_with_one_newline_and_has_no_carriage_return()
        => Assert.All(TmcpPlaces.Render(TmcpGraph.Whole()).Files, file =>
        {
            Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
            Assert.False(file.Value.EndsWith("\n\n", StringComparison.Ordinal), file.Key);
            Assert.DoesNotContain("\r", file.Value, StringComparison.Ordinal);
        });

    // Globalization is invariant in these programs: named cultures exist, but with invariant data. Other separators and digits are put in.
    private static CultureInfo Odd(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.NumberDecimalSeparator = name == "de-DE" ? "," : "٫";
        culture.NumberFormat.NumberGroupSeparator = "'";
        return culture;
    }

    private static void AssertSnapshot(string name, FileTree tree)
    {
        var folder = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("TMCP_RENEW_SNAPSHOTS") == "1")
            Renew(folder, tree);

        var expected = TreeFolder.Read(folder).Files;
        Assert.Equal(expected.Keys, tree.Files.Keys);
        Assert.All(tree.Files, file => Assert.Equal(expected[file.Key], file.Value));
    }

    private static void Renew(string folder, FileTree tree)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, text) in tree.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), text);
        }
    }
}
