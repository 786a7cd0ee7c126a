using System.Diagnostics;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>Brings dcp up in a session folder.</summary>
internal static class DcpLauncher
{
    /// <summary>Starts dcp detached from this process and its terminal.</summary>
    public static async Task LaunchAsync(EnginePaths engine, DcpSessionOptions options, SessionFolder folder, CancellationToken cancellationToken)
    {
        var (certificate, key) = DcpCertificate.Write(folder.Path, options.Time.GetUtcNow());
        var start = new ProcessStartInfo(engine.Dcp)
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "start-apiserver", "--monitor", $"{options.MonitoredProcess}", "--detach", "--kubeconfig", folder.Kubeconfig,
                "--container-runtime", options.ContainerRuntime, "--tls-cert-file", certificate, "--tls-key-file", key,
            },
        };
        start.Environment.Clear();
        foreach (var (name, value) in DcpEnvironment.Inherited())
            start.Environment[name] = value;
        start.Environment["DCP_SESSION_FOLDER"] = folder.Path;
        start.Environment["DCP_LOG_SOCKET"] = folder.LogSocket;
        if (!options.HasGuards)
            start.Environment["DCP_DISABLE_MONITOR_PROCESS"] = "1";
        start.Environment["DCP_SHUTDOWN_TIMEOUT_SECONDS"] = $"{options.ShutdownTimeoutSeconds}";

        using var process = Process.Start(start) ?? throw new DcpException($"'{engine.Dcp}' did not start.");
        // The survivor of --detach holds none of these pipes.
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new DcpException($"The orchestrator '{engine.Dcp}' ended with exit code {process.ExitCode}: {Tail(await errors + await output)}");
    }

    /// <summary>Waits for the file that describes the API, then for the API.</summary>
    public static async Task<DcpClient> ConnectAsync(DcpSessionOptions options, SessionFolder folder, CancellationToken cancellationToken)
    {
        var started = options.Time.GetTimestamp();
        while (!File.Exists(folder.Kubeconfig))
        {
            if (options.Time.GetElapsedTime(started) > options.StartLimit)
                throw new DcpException($"The orchestrator did not open its API within {options.StartLimit.TotalSeconds:0} s. Look for other 'dcp' processes of this user, and at the machine's load.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), options.Time, cancellationToken);
        }

        var client = new DcpClient(Kubeconfig.Parse(await File.ReadAllTextAsync(folder.Kubeconfig, cancellationToken)), options.Time);
        await client.ListAsync<DcpExecutable>(cancellationToken);
        return client;
    }

    private static string Tail(string output) =>
        string.Join(" | ", output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(3));
}
