using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>One action of a bulk request. <paramref name="Name"/>: index, create, update or delete.</summary>
internal sealed record BulkAction(string Name, string? Index, string? Id, WriteCondition Condition, ReadOnlyMemory<byte> Source)
{
    public static List<BulkAction> Parse(List<ReadOnlyMemory<byte>> lines, string? defaultIndex)
    {
        var actions = new List<BulkAction>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (name, given) = Header(lines[i], i + 1);
            var index = given["_index"]?.Text("_index") ?? defaultIndex;
            if (index is null)
                throw new ElasticsearchError(400, "action_request_validation_exception", $"Validation Failed: {actions.Count + 1}: index is missing;");
            var condition = new WriteCondition(name == "create" || given["op_type"]?.Text("op_type") == "create", given["if_seq_no"]?.Whole("if_seq_no"));
            var source = name == "delete" ? default : ++i < lines.Count ? lines[i] : throw ElasticsearchError.Argument("The bulk request must be terminated by a newline [\\n]");
            actions.Add(new BulkAction(name, index, given["_id"]?.Text("_id"), condition, source));
        }

        return actions;
    }

    public BulkItem Run(IndexCatalog all)
    {
        try
        {
            if (Id is { Length: 0 } or { Length: > 512 })
                throw ElasticsearchError.Argument($"if _id is specified it must not be empty and no longer than 512 bytes but was: {Id.Length}");
            var result = Name switch
            {
                "delete" => all.GetOrCreate(Index!).Delete(Id!, Condition, all.Now),
                "update" => DocumentUpdate.Run(all.GetOrCreate(Index!), Id!, Body.Parse(Source.Span), Condition, all.Now),
                _ => all.GetOrCreate(Index!).Put(Id ?? DocumentIds.New(), SourceText.OneLine(Source.Span), Condition, all.Now),
            };
            var body = WriteReply.Body(result);
            body["status"] = result.Status;
            return new BulkItem(Name, body, HasFailed: false);
        }
        catch (ElasticsearchError error)
        {
            return new BulkItem(Name, new JsonObject { ["_index"] = Index, ["_id"] = Id, ["status"] = error.Status, ["error"] = error.ToCause() }, HasFailed: true);
        }
    }

    private static (string Name, JsonObject Given) Header(ReadOnlyMemory<byte> line, int number)
    {
        var header = Elasticsearch.Hosting.Body.Parse(line.Span);
        if (header.Count != 1 || header.First() is not { Value: JsonObject given } action)
            throw ElasticsearchError.Argument($"Malformed action/metadata line [{number}], expected FIELD_NAME but found [END_OBJECT]");
        if (action.Key is not ("index" or "create" or "update" or "delete"))
            throw ElasticsearchError.Argument($"Malformed action/metadata line [{number}], expected field [create], [delete], [index] or [update] but found [{action.Key}]");
        if (action.Key is "update" or "delete" && given["_id"] is null)
            throw new ElasticsearchError(400, "action_request_validation_exception", $"Validation Failed: {number}: id is missing;");
        foreach (var (name, _) in given)
        {
            if (name is not ("_index" or "_id" or "op_type" or "if_seq_no" or "if_primary_term" or "routing" or "require_alias" or "retry_on_conflict"))
                throw ElasticsearchError.Argument($"Action/metadata line [{number}] contains an unknown parameter [{name}]");
        }

        return (action.Key, given);
    }
}

/// <summary>The outcome of one action.</summary>
internal sealed record BulkItem(string Action, JsonObject Body, bool HasFailed);
