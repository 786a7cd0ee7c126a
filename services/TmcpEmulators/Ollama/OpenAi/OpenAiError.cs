using System.Text.Json.Serialization;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>The error body below <c>/v1</c>.</summary>
internal sealed record OpenAiError(OpenAiErrorDetail Error)
{
    public static OpenAiError Of(int status, string message) => new(new OpenAiErrorDetail(message, status switch
    {
        StatusCodes.Status400BadRequest => "invalid_request_error",
        StatusCodes.Status404NotFound => "not_found_error",
        _ => "api_error",
    }));
}

internal sealed record OpenAiErrorDetail(string Message, string Type)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Param { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Code { get; init; }
}
