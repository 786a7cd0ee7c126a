using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Tmcp.Publisher.Tests.Kustomize;

/// <summary>A test that compares with kustomize 5, which kubectl carries since 1.27.</summary>
internal sealed class KubectlFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <param name="onExample">Whether it needs the worked example too.</param>
    public KubectlFactAttribute(bool onExample = false) => Skip = Missing.Value ?? (onExample ? ExampleTree.Missing : null);

    private static string? FindMissing()
    {
        try
        {
            var version = JsonDocument.Parse(Kubectl.Run("version", "--client", "-o", "json")).RootElement;
            var kustomize = version.TryGetProperty("kustomizeVersion", out var value) ? value.GetString()! : "2";
            return kustomize.StartsWith("v5", StringComparison.Ordinal) ? null : $"kubectl carries kustomize {kustomize}; the tree needs 5.";
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException or JsonException)
        {
            return $"There is no kubectl that works: {missing.Message}";
        }
    }
}

internal static class Kubectl
{
    /// <summary>What kubectl prints.</summary>
    /// <exception cref="InvalidOperationException">It fails; the message is its own.</exception>
    internal static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"kubectl {string.Join(' ', arguments)}: {errors.Result}");
    }
}
