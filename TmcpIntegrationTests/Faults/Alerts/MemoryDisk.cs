using System.Diagnostics;
using System.Globalization;

namespace Tmcp.IntegrationTests.Alerts;

/// <summary>A small disk in memory (tmpfs) that can be full from one moment to the next: its size is set to what is used.</summary>
internal sealed class MemoryDisk : IDisposable
{
    private const string Room = "400m";

    private static readonly Lazy<string?> _whyNot = new(Try);

    private readonly string _path;

    private MemoryDisk(string path) => _path = path;

    /// <summary>Why none can be mounted here; null when it can.</summary>
    public static string? WhyNot => _whyNot.Value;

    public static MemoryDisk Mount(string path)
    {
        Directory.CreateDirectory(path);
        Run("mount", "-t", "tmpfs", "-o", $"size={Room},mode=700", "tmcp-test", path);
        return new MemoryDisk(path);
    }

    /// <summary>Not one byte more can be written.</summary>
    public void Fill()
    {
        // The size is in whole pages, and a server may write between the question and the answer.
        for (var attempt = 0; ; attempt++)
        {
            var used = new DriveInfo(_path) is var drive ? drive.TotalSize - drive.TotalFreeSpace : 0;
            try
            {
                Run("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={used}"), _path);
                return;
            }
            catch (InvalidOperationException) when (attempt < 20)
            {
                // More is used by now.
            }
        }
    }

    public void Free() => Run("mount", "-o", $"remount,size={Room}", _path);

    public void Dispose() => Run("umount", "--lazy", _path);

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return "mounts a small disk, which only root on Linux may";
        var folder = Directory.CreateTempSubdirectory("tmcp-disk-").FullName;
        try
        {
            Mount(folder).Dispose();
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return $"no disk can be mounted here: {refused.Message}";
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Trim()}");
    }
}

/// <summary>A test on a disk that fills up.</summary>
internal sealed class MemoryDiskFactAttribute : FactAttribute
{
    public MemoryDiskFactAttribute() => Skip = MemoryDisk.WhyNot ?? Tmcp.Tests.Shared.Redis.RedisKind.WhyNot(Tmcp.Tests.Shared.Redis.RedisKind.Server);
}
