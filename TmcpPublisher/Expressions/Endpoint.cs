namespace Tmcp.Publisher.Expressions;

/// <summary>How callers find a binding.</summary>
/// <param name="Binding">Name of the binding.</param>
/// <param name="Port">Name of the port; that of the <c>http</c> binding where nothing serves this one.</param>
/// <param name="Host">Name of the Service; null: it has none, so nobody can call it.</param>
/// <param name="IsServed">False for <c>https</c> beside <c>http</c>.</param>
internal sealed record Endpoint(string Binding, string Port, string Scheme, string? Host, int ServicePort, int ContainerPort, string Protocol, bool IsServed)
{
    internal string Url => IsDefaultPort ? $"{Scheme}://{Host}" : $"{Scheme}://{Host}:{ServicePort}";

    private bool IsDefaultPort => (Scheme, ServicePort) is ("http", 80) or ("https", 443);
}
