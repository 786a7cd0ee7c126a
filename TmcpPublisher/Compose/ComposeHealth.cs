using Tmcp.Publisher.Graph;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Compose;

/// <summary>
/// Health checks run inside of the container, so they depend on what its image has. An image whose Dockerfile brings a check keeps it; the
/// others are asked through the first of wget, curl, nc and bash that is there.
/// </summary>
internal static class ComposeHealth
{
    /// <summary>Whether others can wait for it.</summary>
    internal static bool IsKnown(Workload workload) => workload.Probes is { Ready: not null } or { Startup: not null };

    /// <param name="workload">Whose readiness it is.</param>
    /// <param name="hasOwnCheck">Whether the image has a check.</param>
    internal static YamlNode? Check(Workload workload, bool hasOwnCheck)
    {
        if (hasOwnCheck || (workload.Probes.Ready ?? workload.Probes.Startup) is not { } probe)
            return null;

        var port = workload.Ports.First(port => port.Name == probe.Port).ContainerPort;
        var startSeconds = workload.Probes.Startup?.Seconds ?? 60;
        return Map(
            ("test", List(Text("CMD-SHELL"), Text(probe.HttpPath is { } path ? Http(port, path) : Tcp(port)))),
            ("interval", Text("10s")),
            ("timeout", Text("5s")),
            ("retries", Number(3)),
            ("start_period", Text($"{startSeconds}s")));
    }

    private static string Http(int port, string path)
    {
        var url = $"http://127.0.0.1:{port}{path}";
        var request = $"exec 3<>/dev/tcp/127.0.0.1/{port} && printf 'GET {path} HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'";
        return ComposeVariables.Escape(
            $"if command -v wget >/dev/null; then wget -qO /dev/null '{url}'; elif command -v curl >/dev/null; then curl -fsSo /dev/null '{url}'; else bash -c \"{request}\"; fi");
    }

    private static string Tcp(int port) => $"if command -v nc >/dev/null; then nc -z 127.0.0.1 {port}; else bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}'; fi";
}
