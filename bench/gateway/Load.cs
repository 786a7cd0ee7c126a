using System.Diagnostics;
using System.Globalization;

namespace Tmcp.GatewayBench;

/// <summary>Requests per second at 32 connections: by wrk, or by tasks of this process where wrk is missing.</summary>
internal static class Load
{
    public const int Connections = 32;

    /// <summary>Name and version of the load generator.</summary>
    public static string Generator { get; } = FindWrk() ?? "own client";

    public static async Task<double> MeasureAsync(Uri address, int seconds)
        => Generator == "own client" ? await MeasureOwnAsync(address, TimeSpan.FromSeconds(seconds)) : await MeasureWrkAsync(address, seconds);

    // 'wrk debian/4.1.0-3+b2 [epoll] Copyright (C) 2012 Will Glozer'
    private static string? FindWrk()
    {
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-v"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            return string.Join(' ', wrk.StandardOutput.ReadToEnd().Split(' ').Take(2));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // 'Requests/sec:  41544.63'
    private static async Task<double> MeasureWrkAsync(Uri address, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", address.ToString()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException($"Requests to {address} failed:\n{output}");
        var rate = output.Split('\n').Single(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal)).Split(':')[1];
        return double.Parse(rate, CultureInfo.InvariantCulture);
    }

    private static async Task<double> MeasureOwnAsync(Uri address, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var connection = await BenchConnection.OpenAsync(address);
            var count = 0L;
            for (; clock.Elapsed < duration; count++)
                await connection.AskAsync();
            return count;
        }));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
