namespace Tmcp.Web.Tests;

/// <summary>One test of a front end, as Vitest reported it.</summary>
/// <param name="File">Path below the front end's folder.</param>
/// <param name="Name">Its groups and its own sentence.</param>
/// <param name="Failure">Why it failed; null when it passed.</param>
internal sealed record VitestCase(string File, string Name, string? Failure);
