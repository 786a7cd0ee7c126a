using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>How one instance is started, as it was evaluated for this start. Values are literal, apart from the templates of its own ports.</summary>
internal sealed class LaunchPlan
{
    /// <summary>Absolute path of the program; empty for a container.</summary>
    public string Program { get; init; } = "";

    public string WorkingDirectory { get; init; } = "";

    /// <summary>Arguments we put before the model's own, for example the path of the built assembly.</summary>
    public IReadOnlyList<string> ProgramArgs { get; init; } = [];

    /// <summary>The model's arguments.</summary>
    public required IReadOnlyList<EvaluatedArgument> Args { get; init; }

    /// <summary>Variables set for this instance.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
