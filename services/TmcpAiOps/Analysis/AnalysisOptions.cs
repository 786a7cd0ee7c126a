using System.ComponentModel.DataAnnotations;
using Tmcp.AiOps.Settings;

namespace Tmcp.AiOps.Analysis;

/// <summary>Which model analyses, and what it may cost.</summary>
internal sealed class AnalysisOptions
{
    public const string Section = "AiOps:Analysis";

    /// <summary>Any server with OpenAI's chat completions, with or without <c>/v1</c>. Environment: <c>OLLAMA_BASE_URL</c>.</summary>
    [Required, Address("OLLAMA_BASE_URL")]
    public Uri BaseUrl { get; set; } = new("http://localhost:11434");

    /// <summary>Name of the model. Environment: <c>OLLAMA_MODEL</c>.</summary>
    [Required]
    public string Model { get; set; } = "qwen3:4b-instruct-2507-q4_K_M";

    /// <summary>Sent as a bearer token; Ollama ignores it. Environment: <c>OLLAMA_API_KEY</c>.</summary>
    [Required]
    public string ApiKey { get; set; } = "ollama";

    /// <summary>False: rules only, the model is never called.</summary>
    public bool UseModel { get; set; } = true;

    /// <summary>Longest wait for one analysis; past it the rules answer. 100 ms to 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:30:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>Longest wait for a turn when all calls are taken; past it the rules answer. 10 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan TurnPatience { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Calls at once. 1 to 32.</summary>
    [Range(1, 32)]
    public int Concurrency { get; set; } = 2;

    /// <summary>Tokens of one answer. 64 to 8,000.</summary>
    [Range(64, 8_000)]
    public int AnswerTokens { get; set; } = 700;

    /// <summary>Tokens of one question, estimated; lines are left out beyond. 500 to 100,000.</summary>
    [Range(500, 100_000)]
    public int PromptTokens { get; set; } = 6_000;

    /// <summary>Tokens of all calls within an hour; past it the rules answer. 1,000 to 1,000,000,000.</summary>
    [Range(1_000, 1_000_000_000)]
    public int TokensPerHour { get; set; } = 500_000;

    /// <summary>Calls in a row that must fail for the model to be left alone for <see cref="RestAfterFailures"/>. 1 to 100.</summary>
    [Range(1, 100)]
    public int FailuresBeforeRest { get; set; } = 3;

    /// <summary>How long a failing model is left alone. 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RestAfterFailures { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Base address of the OpenAI-compatible routes.</summary>
    public Uri Endpoint => BaseUrl.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? BaseUrl : BaseUrl.Below("v1");
}
