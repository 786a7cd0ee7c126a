namespace Tmcp.AppHost.Containers;

/// <summary>Lets a container write into a folder of this machine, and leaves there files of the person who started it.</summary>
internal static class HostUser
{
    // A line of the file: "Uid:\t1000\t1000\t1000\t1000": real, effective, saved, file system.
    private const string Status = "/proc/self/status";

    /// <summary>Runs the container as this process's user. Docker Desktop maps the owner by itself, so only Linux needs it.</summary>
    internal static IResourceBuilder<T> AsHostUser<T>(this IResourceBuilder<T> builder)
        where T : ContainerResource =>
        OperatingSystem.IsLinux() ? builder.WithContainerRuntimeArgs("--user", $"{Read("Uid:")}:{Read("Gid:")}") : builder;

    private static string Read(string field) =>
        File.ReadLines(Status).First(line => line.StartsWith(field, StringComparison.Ordinal)).Split('\t')[2];
}
