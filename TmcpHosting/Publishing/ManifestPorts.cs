namespace Aspire.Hosting.Publishing;

/// <summary>Ports for endpoints that have to have one and were given none: 8000 and up, in the order of the model.</summary>
internal sealed class ManifestPorts
{
    private int _next = 8000;

    public int Allocate() => _next++;
}
