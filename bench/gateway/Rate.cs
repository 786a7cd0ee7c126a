namespace Tmcp.GatewayBench;

/// <summary>One measurement under load.</summary>
/// <param name="PerSecond">Requests per second.</param>
/// <param name="ProcessorMicroseconds">Processor time of the server for one request, which other work on the machine disturbs least.</param>
internal sealed record Rate(double PerSecond, double ProcessorMicroseconds);
