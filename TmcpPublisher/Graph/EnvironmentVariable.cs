namespace Tmcp.Publisher.Graph;

internal sealed record EnvironmentVariable(string Name, TextTemplate Value);
