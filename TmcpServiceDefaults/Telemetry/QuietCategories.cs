using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tmcp.ServiceDefaults.Telemetry;

/// <summary>Levels of categories that would fill every log with lines nobody acts on.</summary>
internal static class QuietCategories
{
    private static readonly LoggerFilterRule[] _rules =
    [
        // Four lines for each request that is sent; spans and metrics tell the same.
        Rule("System.Net.Http.HttpClient", LogLevel.Warning),
        // A line for each failed check of each probe; HealthChanges tells of the changes.
        Rule("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None),
    ];

    // In front of the configuration's rules: of two for the same category the last one counts.
    internal static void AddQuietCategories(this IServiceCollection services) =>
        services.Configure<LoggerFilterOptions>(options =>
        {
            foreach (var rule in _rules)
                options.Rules.Insert(0, rule);
        });

    private static LoggerFilterRule Rule(string category, LogLevel level) => new(providerName: null, category, level, filter: null);
}
