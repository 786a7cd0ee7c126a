using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TmcpEmulators.Ollama.Hosting;
using TmcpEmulators.Ollama.Native;
using TmcpEmulators.Ollama.OpenAi;

namespace TmcpEmulators.Ollama;

/// <summary>The wire format of both API families: snake_case, absent members left out, text unescaped as Go writes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(NativeError))]
[JsonSerializable(typeof(VersionInfo))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ModelDescription))]
[JsonSerializable(typeof(ModelReference))]
[JsonSerializable(typeof(PullProgress))]
[JsonSerializable(typeof(NativeChatRequest))]
[JsonSerializable(typeof(NativeChatResponse))]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(GenerateResponse))]
[JsonSerializable(typeof(OpenAiError))]
[JsonSerializable(typeof(OpenAiModel))]
[JsonSerializable(typeof(OpenAiModelList))]
[JsonSerializable(typeof(OpenAiChatRequest))]
[JsonSerializable(typeof(OpenAiCompletion))]
[JsonSerializable(typeof(OpenAiChunk))]
internal sealed partial class OllamaJson : JsonSerializerContext
{
    /// <summary>The context to use; <see cref="Default"/> would escape every letter with a diacritic.</summary>
    public static OllamaJson Wire => Unescaped.Context;

    // A class of its own: the generated default is initialised in another part of this type, in an order that nobody promises.
    private static class Unescaped
    {
        public static readonly OllamaJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
