namespace Tmcp.Publisher.Graph;

internal sealed record ProbeSet(Probe? Startup, Probe? Ready, Probe? Live);

/// <param name="HttpPath">Null: the port only has to accept a connection.</param>
/// <param name="Port">Name of the port.</param>
/// <param name="Seconds">For a startup probe: how long the start may take in all. Null: the default of the kind of probe.</param>
internal sealed record Probe(string? HttpPath, string Port, int? Seconds = null);
