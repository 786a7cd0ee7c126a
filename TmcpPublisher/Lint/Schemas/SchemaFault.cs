namespace Tmcp.Publisher.Lint.Schemas;

/// <param name="Path">Where in the object, such as <c>spec.ports[0].port</c>; empty: the object itself.</param>
/// <param name="What">What is wrong with the value there.</param>
internal sealed record SchemaFault(string Path, string What)
{
    internal static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
