namespace TmcpEmulators.Ollama.Native;

internal sealed record VersionInfo(string Version);
