namespace Tmcp.Bench.Publish;

/// <param name="NoChange">Everything from the manifest to the comparison with what is there, and nothing to write.</param>
internal sealed record Timings(int Resources, int Files, TimeSpan Graph, TimeSpan Render, TimeSpan FirstWrite, TimeSpan NoChange, TimeSpan Lint);
