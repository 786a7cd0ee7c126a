namespace Aspire.Hosting.ProjectModel;

/// <summary>An endpoint in a project's Kestrel settings.</summary>
/// <param name="Key">Its name there, also the name of the endpoint.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Port">Its port; null when the system chooses.</param>
internal sealed record KestrelEndpoint(string Key, string Scheme, int? Port);
