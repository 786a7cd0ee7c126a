using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Native;

/// <summary>The answer of <c>/api/show</c>.</summary>
internal sealed record ModelDescription
{
    public required string Modelfile { get; init; }

    public string Parameters { get; init; } = "";

    public string Template { get; init; } = "{{ .Prompt }}";

    public ModelDetails Details { get; init; } = ModelDetails.Rules;

    public JsonObject ModelInfo { get; init; } = new() { ["general.architecture"] = "tmcp-emulator", ["general.parameter_count"] = 0 };

    public IReadOnlyList<string> Capabilities { get; init; } = ["completion", "tools"];

    public required string ModifiedAt { get; init; }
}
