using System.Text.Json.Serialization;

namespace Aspire.Hosting;

/// <summary>The content of a project's <c>launchSettings.json</c>.</summary>
public sealed class LaunchSettings
{
    /// <summary>The profiles by name, in the order of the file.</summary>
    [JsonPropertyName("profiles")]
    public Dictionary<string, LaunchProfile> Profiles { get; set; } = [];
}
