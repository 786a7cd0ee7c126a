namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>What the search for the engine depends on.</summary>
internal sealed class EngineLocatorOptions
{
    /// <summary>Where the upward search for <c>node_modules</c> and the lock file starts.</summary>
    public required string AppHostDirectory { get; init; }

    /// <summary>Value of <c>ASPIRE_CLI_PATH</c>; null or empty when unset.</summary>
    public string? CliPath { get; init; } = Environment.GetEnvironmentVariable("ASPIRE_CLI_PATH");

    /// <summary>Finds an <c>aspire</c> on PATH.</summary>
    public Func<string?> FindOnPath { get; init; } = () => ExecutableSearch.Find("aspire");

    /// <summary>Takes one line for the console when something slow begins.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    /// <summary>Throws when the machine lacks a library the engine needs.</summary>
    public Action CheckPrerequisites { get; init; } = EnginePrerequisites.Check;

    /// <summary>Clock of the waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
