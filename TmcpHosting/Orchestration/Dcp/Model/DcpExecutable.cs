using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>One process on the host.</summary>
internal sealed record DcpExecutable : IDcpKind<DcpExecutable>
{
    /// <inheritdoc />
    public static string Plural => "executables";

    /// <inheritdoc />
    public static JsonTypeInfo<DcpExecutable> TypeInfo => DcpJson.Default.DcpExecutable;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpList<DcpExecutable>> ListTypeInfo => DcpJson.Default.DcpListDcpExecutable;

    /// <inheritdoc />
    public static JsonTypeInfo<DcpWatchEvent<DcpExecutable>> EventTypeInfo => DcpJson.Default.DcpWatchEventDcpExecutable;

    public string ApiVersion { get; } = DcpJson.GroupVersion;

    public string Kind { get; } = "Executable";

    public required DcpMetadata Metadata { get; init; }

    public required DcpExecutableSpec Spec { get; init; }

    public DcpExecutableStatus? Status { get; init; }
}

/// <summary>What to start, and whether it shall run.</summary>
internal sealed record DcpExecutableSpec
{
    /// <summary>Absolute: dcp would search its own PATH, not the executable's.</summary>
    public required string ExecutablePath { get; init; }

    public string? WorkingDirectory { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<DcpVariable>? Env { get; init; }

    /// <summary>Null: dcp's own environment is inherited.</summary>
    public DcpAmbientEnvironment? AmbientEnvironment { get; init; }

    /// <summary>True once it shall stop; cannot be taken back.</summary>
    public bool? Stop { get; init; }
}

/// <summary>Whether dcp's environment is inherited: <c>Inherit</c> or <c>DoNotInherit</c>.</summary>
internal sealed record DcpAmbientEnvironment(string Behavior)
{
    public static DcpAmbientEnvironment None { get; } = new("DoNotInherit");
}

/// <summary>What dcp has seen of the process. There is no message: reasons stand in the <c>system</c> log.</summary>
internal sealed record DcpExecutableStatus
{
    public string? State { get; init; }

    public int? Pid { get; init; }

    public DateTime? StartupTimestamp { get; init; }

    public DateTime? FinishTimestamp { get; init; }

    /// <summary>-1 when a signal ended it.</summary>
    public int? ExitCode { get; init; }

    public IReadOnlyList<DcpVariable>? EffectiveEnv { get; init; }

    public IReadOnlyList<string>? EffectiveArgs { get; init; }
}
