using System.Globalization;

namespace Aspire.Hosting.Orchestration.Output;

/// <summary>Writes one short line per phase of the start to the console; nothing at all in tests.</summary>
internal sealed class StartupTimeline(TextWriter writer, bool isShown, TimeProvider time)
{
    private const int NameWidth = 16;
    private readonly long _started = time.GetTimestamp();
    private readonly Lock _lock = new();

    /// <summary>Time since the start began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Something slow begins: <c>Fetching the Aspire engine …</c>.</summary>
    public void Announce(string text) => Write($"  {text}");

    /// <summary>A phase is over: <c>  orchestrator    ready in 0.3 s</c>.</summary>
    public void Phase(string name, TimeSpan took, string what = "ready in") => Write($"  {name.PadRight(NameWidth)} {what} {Seconds(took)}");

    /// <summary>What became of a resource: <c>  bridge          healthy after 1.2 s (waited 0.8 s for pocketbase)</c>.</summary>
    public void Resource(string name, string what) => Write($"  {name.PadRight(NameWidth)} {what}");

    /// <summary>For example <c>1.2 s</c>.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private void Write(string line)
    {
        if (!isShown)
            return;
        lock (_lock)
            writer.WriteLine(line);
    }
}
