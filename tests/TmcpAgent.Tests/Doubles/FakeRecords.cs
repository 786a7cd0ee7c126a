using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>PocketBase behind the bridge, as far as generators use it: records by id, refusals of ids that exist, expands.</summary>
internal sealed class FakeRecords
{
    private static readonly Dictionary<string, string> Targets = new()
    {
        ["product_id"] = "products_services", ["brand_id"] = "brand_identities", ["worksheet_id"] = "worksheets",
    };

    private readonly ConcurrentDictionary<(string Collection, string Id), JsonObject> _records = new();
    private int _made;

    /// <summary>Refuses a creation with a text, when it returns one.</summary>
    public Func<BridgeCall, string?> Refuse { get; set; } = _ => null;

    /// <summary>Awaited before a creation takes effect.</summary>
    public Func<BridgeCall, Task> BeforeCreate { get; set; } = _ => Task.CompletedTask;

    public void Add(string collection, string json)
    {
        var record = JsonNode.Parse(json)!.AsObject();
        record["collectionName"] = collection;
        record["collectionId"] = "pbc_1";
        _records[(collection, record["id"]!.GetValue<string>())] = record;
    }

    public IReadOnlyList<JsonObject> Of(string collection) => [.. _records.Where(item => item.Key.Collection == collection).Select(item => item.Value)];

    public JsonObject? Find(string collection, string id) => _records.GetValueOrDefault((collection, id));

    public void Remove(string collection, string id) => _records.TryRemove((collection, id), out _);

    public async Task<string> AnswerAsync(BridgeCall call, CancellationToken cancellationToken)
    {
        var collection = call.Text("collection")!;
        switch (call.Tool)
        {
            case "get_record":
                return Find(collection, call.Text("record_id")!) is { } found
                    ? Expand(found, call.Text("expand") ?? "").ToJsonString()
                    : """Error: PocketBase API Error: {"status":404,"message":"The requested resource wasn't found."}""";
            case "create_record":
                await BeforeCreate(call);
                cancellationToken.ThrowIfCancellationRequested();
                return Refuse(call) ?? Create(collection, JsonNode.Parse(call.Arguments["data"].GetRawText())!.AsObject());
            default:
                return $"Error: no such tool: {call.Tool}";
        }
    }

    private string Create(string collection, JsonObject data)
    {
        var id = data["id"]?.GetValue<string>() ?? $"made{Interlocked.Increment(ref _made):00000000000}";
        data["id"] = id;
        return _records.TryAdd((collection, id), data)
            ? data.ToJsonString()
            : """Error: PocketBase API Error: {"status":400,"message":"Failed to create record.","data":{"id":{"code":"validation_not_unique"}}}""";
    }

    private JsonObject Expand(JsonObject record, string expand)
    {
        var copy = record.DeepClone().AsObject();
        foreach (var path in expand.Split(',', StringSplitOptions.RemoveEmptyEntries).GroupBy(path => path.Split('.')[0]))
        {
            if (copy[path.Key]?.GetValue<string>() is { Length: > 0 } id && Find(Targets[path.Key], id) is { } target)
            {
                copy["expand"] ??= new JsonObject();
                copy["expand"]![path.Key] = Expand(target, string.Join(',', path.Where(item => item.Contains('.', StringComparison.Ordinal)).Select(item => item.Split('.', 2)[1])));
            }
        }

        return copy;
    }
}
