using System.Text.Json.Serialization;

namespace Aspire.Hosting;

/// <summary>One way to start a project.</summary>
public sealed class LaunchProfile
{
    /// <summary>What starts it: <c>Project</c>, <c>Executable</c>, <c>IISExpress</c>…</summary>
    [JsonPropertyName("commandName")]
    public string? CommandName { get; set; }

    /// <summary>Arguments of the program, as one command line.</summary>
    [JsonPropertyName("commandLineArgs")]
    public string? CommandLineArgs { get; set; }

    /// <summary>The program, for <c>Executable</c> profiles.</summary>
    [JsonPropertyName("executablePath")]
    public string? ExecutablePath { get; set; }

    /// <summary>Whether <c>dotnet run</c> prints its progress.</summary>
    [JsonPropertyName("dotnetRunMessages")]
    public bool? DotnetRunMessages { get; set; }

    /// <summary>Whether a browser opens.</summary>
    [JsonPropertyName("launchBrowser")]
    public bool? LaunchBrowser { get; set; }

    /// <summary>The page to show first: absolute, or relative to the application's URL.</summary>
    [JsonPropertyName("launchUrl")]
    public string? LaunchUrl { get; set; }

    /// <summary>The URLs to listen on, separated by semicolons.</summary>
    [JsonPropertyName("applicationUrl")]
    public string? ApplicationUrl { get; set; }

    /// <summary>Environment variables of the program.</summary>
    [JsonPropertyName("environmentVariables")]
    public Dictionary<string, string> EnvironmentVariables { get; set; } = [];
}
