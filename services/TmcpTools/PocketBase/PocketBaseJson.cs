using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tmcp.Tools.PocketBase;

internal sealed record SignIn(string Identity, string Password);

internal sealed record Session(string Token);

internal sealed record BackupRequest(string Name);

internal sealed record BackupFile(string Key, long Size);

internal sealed record Page<T>(int TotalItems, IReadOnlyList<T> Items);

internal sealed record Collection(string Name, string Type);

internal sealed record RecordId(string Id);

/// <summary><c>{"data":{"canBackup":true}}</c>; guests get no <c>canBackup</c>.</summary>
internal sealed record Health(HealthData? Data);

internal sealed record HealthData(bool? CanBackup);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(BackupRequest))]
[JsonSerializable(typeof(IReadOnlyList<BackupFile>))]
[JsonSerializable(typeof(Page<Collection>))]
[JsonSerializable(typeof(Page<RecordId>))]
[JsonSerializable(typeof(Health))]
internal sealed partial class PocketBaseJson : JsonSerializerContext;
