using System.Text.Json.Serialization;

namespace Tmcp.Agent.Threads;

/// <summary>A message as Redis keeps it.</summary>
/// <param name="Id">Tells an entry that was written twice, because an answer of Redis was lost, from two equal messages.</param>
/// <param name="Author">See <see cref="ThreadEntry"/>.</param>
/// <param name="Text">See <see cref="ThreadEntry"/>.</param>
internal sealed record StoredEntry(string Id, string? Author, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredEntry))]
internal sealed partial class ThreadJson : JsonSerializerContext;
