using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tmcp.Agent.Generation.Events;

/// <summary>JSON with the letters of all scripts as they are: nothing here is part of an HTML page.</summary>
internal static class GeneratorWire
{
    public static GenerationJson Types { get; } =
        new(new JsonSerializerOptions(GenerationJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(GeneratorEvent generatorEvent) =>
        JsonSerializer.SerializeToUtf8Bytes(generatorEvent, generatorEvent.GetType(), Types);
}
