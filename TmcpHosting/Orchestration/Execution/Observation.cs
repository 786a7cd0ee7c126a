using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>What a watch said about one instance, whichever its kind.</summary>
internal sealed record Observation
{
    public required string Name { get; init; }

    public required string Uid { get; init; }

    public required string State { get; init; }

    /// <summary>True for the last news of the object.</summary>
    public bool IsDeleted { get; init; }

    public int? Pid { get; init; }

    public string? ContainerId { get; init; }

    public int? ExitCode { get; init; }

    public DateTime? Started { get; init; }

    public DateTime? Finished { get; init; }

    /// <summary>The container runtime's words; executables have none.</summary>
    public string? Message { get; init; }

    /// <summary>The whole environment of the process with templates filled in; null until it runs.</summary>
    public IReadOnlyList<DcpVariable>? Environment { get; init; }

    /// <summary>All arguments with templates filled in, those before the model's own included; null until it runs.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    public static Observation Of(DcpWatchEvent<DcpExecutable> change)
    {
        var (metadata, status) = (change.Object.Metadata, change.Object.Status);
        return new Observation
        {
            Name = metadata.Name,
            Uid = metadata.Uid ?? "",
            State = status?.State ?? "",
            IsDeleted = change.IsDeleted,
            Pid = status?.Pid,
            ExitCode = status?.ExitCode,
            Started = status?.StartupTimestamp,
            Finished = status?.FinishTimestamp,
            Environment = status?.EffectiveEnv,
            Args = status?.EffectiveArgs,
        };
    }

    public static Observation Of(DcpWatchEvent<DcpContainer> change)
    {
        var (metadata, status) = (change.Object.Metadata, change.Object.Status);
        return new Observation
        {
            Name = metadata.Name,
            Uid = metadata.Uid ?? "",
            State = status?.State ?? "",
            IsDeleted = change.IsDeleted,
            ContainerId = status?.ContainerId,
            // -1 stands for a container that has not ended.
            ExitCode = status?.ExitCode is { } code and not -1 ? code : null,
            Started = status?.StartupTimestamp,
            Finished = status?.FinishTimestamp,
            Message = status?.Message,
            Environment = status?.EffectiveEnv,
            Args = status?.EffectiveArgs,
        };
    }
}
