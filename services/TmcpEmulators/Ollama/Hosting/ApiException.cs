namespace TmcpEmulators.Ollama.Hosting;

/// <summary>A request that the API refuses, with the status and the text that Ollama would answer.</summary>
internal sealed class ApiException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static ApiException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static ApiException UnknownModel(string name) =>
        new(StatusCodes.Status404NotFound, $"model \"{name}\" not found, try pulling it first");

    public static ApiException Unsupported(string what) =>
        new(StatusCodes.Status501NotImplemented, $"{what} is not supported by TMCP's emulator of Ollama; run a real Ollama for it");
}
