using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration;

/// <summary>Settings of one run, read from configuration under the names Aspire gives them.</summary>
internal sealed record OrchestrationOptions
{
    /// <summary><c>DcpPublisher:RandomizePorts</c>: fixed public ports are ignored, so that runs do not meet. Default: false; tests: true.</summary>
    public bool RandomizePorts { get; init; }

    /// <summary><c>DcpPublisher:ContainerRuntime</c> or <c>ASPIRE_CONTAINER_RUNTIME</c>: <c>docker</c> or <c>podman</c>. Null: what is on PATH, Docker first.</summary>
    public string? ContainerRuntime { get; init; }

    /// <summary><c>DcpPublisher:CliPath</c> or <c>ASPIRE_CLI_PATH</c>: the <c>aspire</c> program to take the engine from.</summary>
    public string? CliPath { get; init; }

    /// <summary><c>Tmcp:StartupTimeline</c>: whether the console shows each phase. Default: only outside tests.</summary>
    public bool ShowTimeline { get; init; }

    /// <summary>First 8 hex digits of the hash of the AppHost's path: what outlives a run is named after it.</summary>
    public string ApplicationId { get; init; } = "";

    /// <summary>Reads the settings.</summary>
    public static OrchestrationOptions Read(IConfiguration configuration)
    {
        var randomize = configuration.GetValue("DcpPublisher:RandomizePorts", false);
        return new OrchestrationOptions
        {
            RandomizePorts = randomize,
            ContainerRuntime = First("DcpPublisher:ContainerRuntime", "ASPIRE_CONTAINER_RUNTIME", "CONTAINER_RUNTIME", "DOTNET_ASPIRE_CONTAINER_RUNTIME"),
            ApplicationId = (configuration["AppHost:PathSha256"] ?? "").ToLowerInvariant() is { Length: > 8 } hash ? hash[..8] : "00000000",
            CliPath = First("DcpPublisher:CliPath", "ASPIRE_CLI_PATH", "CLI_PATH"),
            ShowTimeline = configuration.GetValue("Tmcp:StartupTimeline", !randomize),
        };

        string? First(params string[] keys) => keys.Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
    }
}
