namespace Tmcp.Publisher.Graph;

internal sealed record Autoscale(int Min, int Max, int CpuPercent = 70);
