namespace TmcpEmulators.Ollama.Native;

/// <summary>A request that names a model: <c>model</c> today, <c>name</c> in older clients.</summary>
internal sealed record ModelReference
{
    public string? Model { get; init; }

    public string? Name { get; init; }

    public bool? Stream { get; init; }

    public string? Wanted => string.IsNullOrEmpty(Model) ? Name : Model;
}
