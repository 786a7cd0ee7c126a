using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.ProjectModel;

/// <summary>The JSON of launch settings; editors leave comments and commas in it.</summary>
[JsonSourceGenerationOptions(AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(LaunchSettings))]
internal sealed partial class LaunchSettingsJson : JsonSerializerContext;
