using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>The settings of this run, made when somebody first asks.</summary>
internal sealed class DashboardSettingsSource
{
    private readonly Lazy<DashboardSettings?> _settings;

    public DashboardSettingsSource(
        IConfiguration configuration,
        DistributedApplicationOptions options,
        DistributedApplicationExecutionContext context,
        IHostEnvironment environment,
        UserSecretsStore secrets)
    {
        var reader = new DashboardSettingsReader(configuration, options, environment.ApplicationName);
        _settings = new Lazy<DashboardSettings?>(() => options.DisableDashboard || !context.IsRunMode ? null : reader.Read(secrets));
    }

    /// <summary>Null when there is no dashboard in this run.</summary>
    public DashboardSettings? Current => _settings.Value;
}
