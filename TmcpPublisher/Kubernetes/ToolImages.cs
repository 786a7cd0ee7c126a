using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>The image with the commands of the platform.</summary>
internal static class ToolImages
{
    internal static ImageSource Source { get; } = new ImageSource.Built(
        SharedNames.ToolsImage, new ImageBuild(null, null, "services/TmcpTools/TmcpTools.csproj", null, []));
}
