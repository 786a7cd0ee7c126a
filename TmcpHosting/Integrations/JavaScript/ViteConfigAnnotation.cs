using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>Vite's configuration file.</summary>
internal sealed class ViteConfigAnnotation(string path) : IResourceAnnotation
{
    public string Path { get; } = path;
}
