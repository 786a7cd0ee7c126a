using System.ComponentModel.DataAnnotations;
using Tmcp.AiOps.Settings;

namespace Tmcp.AiOps.Context;

/// <summary>How far to look around an alert.</summary>
internal sealed class ContextOptions
{
    public const string Section = "AiOps:Context";

    /// <summary>Address of Elasticsearch; a user name and password in it are sent as basic authentication. Environment: <c>ELASTICSEARCH_URL</c>.</summary>
    [Required, Address("ELASTICSEARCH_URL")]
    public Uri ElasticsearchUrl { get; set; } = new("http://localhost:9200");

    /// <summary>Time before the alert. 10 s to 1 d.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Before { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Time after it. 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a line takes until Elasticsearch finds it: an alert is looked at no sooner than this after its own time, so that its last lines are
    /// there. 0 to 1 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Settle { get; set; }

    /// <summary>Lines of the service itself. 1 to 500.</summary>
    [Range(1, 500)]
    public int Lines { get; set; } = 40;

    /// <summary>Error lines of each service that it depends on. 0 to 100.</summary>
    [Range(0, 100)]
    public int LinesPerDependency { get; set; } = 8;

    /// <summary>Characters of one line. 80 to 4,000.</summary>
    [Range(80, 4_000)]
    public int LineCharacters { get; set; } = 400;

    /// <summary>Characters of all lines together. 1,000 to 100,000.</summary>
    [Range(1_000, 100_000)]
    public int Characters { get; set; } = 12_000;

    /// <summary>Longest wait for Elasticsearch, all questions together. 50 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);
}
