namespace SampleAppHost;

/// <summary>Tells a test that the entry point went on after its application had stopped.</summary>
public sealed class SampleEnd
{
    /// <summary>Set by the last line of the entry point.</summary>
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
