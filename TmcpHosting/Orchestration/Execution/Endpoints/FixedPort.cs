namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>A port the model insists on.</summary>
/// <param name="Resource">Name of the resource.</param>
/// <param name="Endpoint">Name of the endpoint.</param>
/// <param name="Port">1 to 65535.</param>
internal sealed record FixedPort(string Resource, string Endpoint, int Port);
