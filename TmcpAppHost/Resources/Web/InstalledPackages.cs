using System.Text.Json;

namespace Tmcp.AppHost.Web;

/// <summary>Whether <c>node_modules</c> holds what <c>package-lock.json</c> says.</summary>
internal static class InstalledPackages
{
    /// <summary>Compares the lock file with the one in which npm notes what it installed, in the same form.</summary>
    /// <param name="folder">Holds <c>package-lock.json</c> and <c>node_modules</c>.</param>
    /// <returns>The first package that is missing or of another version; null when there is none.</returns>
    internal static string? FindDifference(string folder)
    {
        try
        {
            using var wanted = Read(Path.Combine(folder, "package-lock.json"));
            using var installed = Read(Path.Combine(folder, "node_modules", ".package-lock.json"));
            // By name: looking each of 700 up in the document would compare it with half of the others.
            var present = installed.RootElement.GetProperty("packages").EnumerateObject().ToDictionary(package => package.Name, package => package.Value);
            foreach (var package in wanted.RootElement.GetProperty("packages").EnumerateObject())
            {
                if (package.Name.Contains("node_modules/", StringComparison.Ordinal) && Differs(package, present))
                    return package.Name;
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException
            or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            // Nothing is installed, or half of it: npm finds out.
            return "node_modules";
        }
    }

    // A package for another system is optional, and not there.
    private static bool Differs(JsonProperty wanted, Dictionary<string, JsonElement> present) => present.TryGetValue(wanted.Name, out var installed)
        ? Text(installed, "version") != Text(wanted.Value, "version") || Text(installed, "integrity") != Text(wanted.Value, "integrity")
        : !wanted.Value.TryGetProperty("optional", out _);

    private static string? Text(JsonElement package, string name) => package.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file));
}
