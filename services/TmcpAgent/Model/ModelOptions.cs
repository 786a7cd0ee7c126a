using System.ComponentModel.DataAnnotations;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Model;

/// <summary>Which model answers: any endpoint that speaks OpenAI's chat completions, Ollama by default.</summary>
internal sealed class ModelOptions
{
    public const string Section = "Model";

    /// <summary>Address of the server, with or without <c>/v1</c>. Environment: <c>OLLAMA_BASE_URL</c>.</summary>
    [Required, HttpUrl("OLLAMA_BASE_URL")]
    public Uri BaseUrl { get; set; } = new("http://localhost:11434");

    /// <summary>Name of the model, as the server lists it. Environment: <c>OLLAMA_MODEL</c>.</summary>
    [Required]
    public string Name { get; set; } = "qwen3:4b-instruct-2507-q4_K_M";

    /// <summary>Key sent as a bearer token; Ollama ignores it. Environment: <c>OLLAMA_API_KEY</c>.</summary>
    [Required]
    public string ApiKey { get; set; } = "ollama";

    /// <summary>Temperature of the chat team. 0 to 2.</summary>
    [Range(0, 2)]
    public float Temperature { get; set; }

    /// <summary>Longest silence of the model, also before its first token, when it may have to load. 1 s to 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Further attempts after one that failed before its first token. 0 to 5.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Pause before the first retry, doubled before each further one. 10 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Base address of the OpenAI-compatible routes.</summary>
    public Uri Endpoint => BaseUrl.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? BaseUrl : BaseUrl.Below("v1");
}
