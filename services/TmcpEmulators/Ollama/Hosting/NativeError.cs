namespace TmcpEmulators.Ollama.Hosting;

/// <summary>The error body of Ollama's native API.</summary>
internal sealed record NativeError(string Error);
