using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What an application under test gets unless someone says otherwise.</summary>
internal static class TestDefaults
{
    private static readonly Dictionary<string, string?> s_settings = new()
    {
        ["DcpPublisher:RandomizePorts"] = "true",

        // Only read when the dashboard is on; the ports are replaced by free ones then.
        ["ASPNETCORE_URLS"] = "http://localhost:8080",
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317",
        ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
    };

    // Launch settings may carry comments.
    private static readonly JsonSerializerOptions s_json = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void ThrowIfEmpty(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Array.FindIndex(args, string.IsNullOrEmpty) is >= 0 and var index)
            throw new ArgumentException($"Argument {index} of {args.Length} is null or empty. Leave it out, or give it a value.", nameof(args));
    }

    /// <summary>Applies them below everything that the AppHost configures itself.</summary>
    public static void Apply(Assembly appHost, string[] args, DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.AssemblyName = appHost.GetName().Name;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        options.AllowUnsecuredTransport = true;

        // An AppHost that passes its command line on has it already.
        if (settings.Args is not { } given)
            settings.Args = args;
        else if (!args.All(given.Contains))
            settings.Args = [.. given, .. args];
        options.Args = settings.Args;

        var directory = AppHostMetadata.ProjectDirectory(appHost);
        if (settings.ContentRootPath is null && Directory.Exists(directory))
            settings.ContentRootPath = directory;

        settings.Configuration ??= new ConfigurationManager();
        var profile = directory is null ? [] : LaunchProfile(directory);
        if (settings.EnvironmentName is null && Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null
            && profile.TryGetValue("DOTNET_ENVIRONMENT", out var environment))
            settings.EnvironmentName = environment;
        settings.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = profile });
        settings.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = s_settings });
    }

    // The profile's variables as configuration, and its URL as that of the dashboard.
    private static Dictionary<string, string?> LaunchProfile(string directory)
    {
        var file = Path.Combine(directory, "Properties", "launchSettings.json");
        if (!File.Exists(file))
            return [];

        var profiles = JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), s_json)?.Profiles ?? [];
        var name = Environment.GetEnvironmentVariable("DOTNET_LAUNCH_PROFILE");
        var profile = name is not null && profiles.TryGetValue(name, out var named) ? named : profiles.Values.FirstOrDefault();
        if (profile is null)
            return [];

        var settings = profile.EnvironmentVariables.ToDictionary(entry => entry.Key, entry => (string?)entry.Value, StringComparer.OrdinalIgnoreCase);
        if (profile.ApplicationUrl is { Length: > 0 } urls)
            settings.TryAdd("ASPNETCORE_URLS", urls);
        return settings;
    }
}
