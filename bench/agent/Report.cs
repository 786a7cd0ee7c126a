namespace Tmcp.AgentBench;

/// <summary>Prints a table for the README.</summary>
internal sealed class Report
{
    private readonly List<string> _rows = [];
    private readonly List<string> _notes = [];

    public void Add(string what, Outcome outcome)
    {
        _rows.Add($"| {what} | {At(outcome.First, 50)} | {At(outcome.First, 99)} | {At(outcome.Words, 50)} | {At(outcome.Words, 99)} | {outcome.Words.Length + outcome.First.Length:N0} | {outcome.Errors} |");
        if (outcome.Error is not null)
            _notes.Add(outcome.Error);
    }

    public void AddMemory(long idle, long most, int streams) =>
        _notes.Add($"RSS of the agent: {idle / 1_024} MB before, {most / 1_024} MB with {streams:N0} streams: {(most - idle) / streams} kB a stream.");

    public void AddProcessorTime(TimeSpan spent, Outcome outcome) => _notes.Add(
        $"Processor time of the agent: {spent.TotalSeconds:0.0} s for {outcome.Words.Length + outcome.First.Length:N0} words of {outcome.First.Length:N0} streams, "
        + $"{spent.TotalMicroseconds / (outcome.Words.Length + outcome.First.Length):0} µs a word.");

    public void Write()
    {
        Console.WriteLine("| what | first word p50, ms | p99 | further words p50, ms | p99 | words | errors |\n|---|---|---|---|---|---|---|");
        foreach (var line in _rows.Concat(_notes))
            Console.WriteLine(line);
    }

    private static string At(double[] ordered, int percent) => ordered.Length == 0 ? "-" : $"{ordered[Math.Min(ordered.Length - 1, ordered.Length * percent / 100)]:0.0}";
}
