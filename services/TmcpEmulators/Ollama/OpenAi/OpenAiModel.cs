namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>A model as <c>/v1/models</c> lists it; <c>created</c> in seconds since 1970.</summary>
internal sealed record OpenAiModel(string Id, long Created)
{
    public string Object { get; init; } = "model";

    public string OwnedBy { get; init; } = "library";
}

internal sealed record OpenAiModelList(IReadOnlyList<OpenAiModel> Data)
{
    public string Object { get; init; } = "list";
}
