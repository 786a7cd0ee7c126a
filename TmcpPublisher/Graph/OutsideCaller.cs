namespace Tmcp.Publisher.Graph;

/// <param name="App">Value of its label <c>app</c>.</param>
/// <param name="Namespace">Null: the namespace of the environment.</param>
internal sealed record OutsideCaller(string App, string? Namespace = null);
