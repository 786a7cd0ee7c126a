namespace Tmcp.AppHost.Models;

/// <summary>Where a model server listens and which model the graph uses, whatever its backing.</summary>
/// <param name="BaseUrl">Without a path; both <c>/api</c> and <c>/v1</c> hang below it.</param>
/// <param name="Model">Name of the model.</param>
internal sealed record ModelServerAnnotation(IExpressionValue BaseUrl, ParameterResource Model) : IResourceAnnotation
{
    /// <summary>Whether rules stand in for the model.</summary>
    internal bool IsEmulator { get; init; }
}
