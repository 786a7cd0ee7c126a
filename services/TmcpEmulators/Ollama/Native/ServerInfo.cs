namespace TmcpEmulators.Ollama.Native;

/// <summary>The routes by which clients recognise a running Ollama.</summary>
internal static class ServerInfo
{
    /// <summary>The version whose API is emulated; the suffix says who answers.</summary>
    private const string Version = "0.12.6-tmcp.emulator";

    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static void MapServerInfo(this WebApplication app)
    {
        app.MapMethods("/", GetAndHead, () => TypedResults.Text("Ollama is running", "text/plain; charset=utf-8"));
        app.MapMethods("/api/version", GetAndHead, () => TypedResults.Json(new VersionInfo(Version), OllamaJson.Wire.VersionInfo));
    }
}
