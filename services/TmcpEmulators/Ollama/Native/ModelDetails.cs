namespace TmcpEmulators.Ollama.Native;

/// <summary>What kind of model it is: rules, of no size.</summary>
internal sealed record ModelDetails
{
    public static ModelDetails Rules { get; } = new();

    public string ParentModel { get; init; } = "";

    public string Format { get; init; } = "rules";

    public string Family { get; init; } = "tmcp-emulator";

    public IReadOnlyList<string> Families { get; init; } = ["tmcp-emulator"];

    public string ParameterSize { get; init; } = "0";

    public string QuantizationLevel { get; init; } = "none";
}
