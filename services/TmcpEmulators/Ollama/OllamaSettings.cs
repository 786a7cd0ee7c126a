namespace TmcpEmulators.Ollama;

/// <summary>What the command line decides about the emulated Ollama.</summary>
internal sealed record OllamaSettings
{
    /// <summary>The model that the cluster uses (its <c>OLLAMA_MODEL</c>).</summary>
    public const string DefaultModel = "qwen3:4b-instruct-2507-q4_K_M";

    /// <summary>Where a real Ollama listens.</summary>
    public const string DefaultUrl = "http://127.0.0.1:11434";

    /// <summary>Models that are installed from the start. Empty: every model has to be pulled.</summary>
    public IReadOnlyList<string> Models { get; init; } = [DefaultModel];

    /// <summary>Addresses to bind, separated by semicolons. Null: what ASP.NET Core's own settings say, else <see cref="DefaultUrl"/>.</summary>
    public string? Urls { get; init; }

    /// <summary>Pause before each streamed token, 0 to 10 s. Zero answers as fast as the client reads.</summary>
    public TimeSpan TokenDelay { get; init; }

    /// <summary>Largest request body in bytes: a conversation with 32,000 tokens of context has about 200 kB.</summary>
    public long MaxRequestBytes { get; init; } = 4 * 1024 * 1024;
}
