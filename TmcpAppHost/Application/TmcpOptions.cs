using Microsoft.Extensions.Configuration;

namespace Tmcp.AppHost;

/// <summary>How this run of the stack differs from the default.</summary>
/// <param name="Containers">Whether third-party servers run in containers; <c>--containers</c>, default <c>auto</c>.</param>
/// <param name="Fresh">Start from empty data; <c>--fresh</c>.</param>
/// <param name="OutsideServices">
/// Whether <c>OLLAMA_BASE_URL</c> and <c>DISCORD_WEBHOOK_URL</c> of the shell and an Ollama of this machine may be used. Tests say no, so that they never reach a real model or channel.
/// </param>
/// <param name="DataFolder">Where the stack stores its data; default <c>.data</c> beside the solution.</param>
/// <param name="Plain">Publish without the Kubernetes facts, for tools that refuse resource types they do not know; <c>--plain</c>.</param>
internal sealed record TmcpOptions(ContainerMode Containers, bool Fresh, bool OutsideServices, string DataFolder, bool Plain)
{
    internal const string ContainersKey = "Tmcp:Containers";
    internal const string FreshKey = "Tmcp:Fresh";
    internal const string OutsideServicesKey = "Tmcp:OutsideServices";
    internal const string DataFolderKey = "Tmcp:DataFolder";
    internal const string PlainKey = "Tmcp:Plain";

    /// <summary>Reads the options of a builder.</summary>
    /// <exception cref="DistributedApplicationException">A value is not one of those allowed.</exception>
    internal static TmcpOptions From(IDistributedApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        return new TmcpOptions(
            ParseMode(configuration[ContainersKey]),
            Flag(configuration, FreshKey, fallback: false),
            Flag(configuration, OutsideServicesKey, fallback: true),
            Path.GetFullPath(configuration[DataFolderKey] ?? "../.data", builder.AppHostDirectory),
            Flag(configuration, PlainKey, fallback: false));
    }

    private static ContainerMode ParseMode(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "auto" => ContainerMode.Auto,
        "always" => ContainerMode.Always,
        "never" => ContainerMode.Never,
        _ => throw new DistributedApplicationException(
            $"Option --containers cannot be '{text}'. Use auto (containers whose image is already here), always (pull and build) or never."),
    };

    private static bool Flag(ConfigurationManager configuration, string key, bool fallback) => configuration[key] switch
    {
        null or "" => fallback,
        { } text when bool.TryParse(text, out var value) => value,
        { } text => throw new DistributedApplicationException($"Setting '{key}' cannot be '{text}'. Use true or false."),
    };
}
