using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Planning;
using TmcpEmulators.Ollama.Rules.Schemas;

namespace TmcpEmulators.Ollama.Rules;

/// <summary>Calls tools that the rules know nothing about: the one whose name and description have words of the request.</summary>
internal static class FreeCaller
{
    /// <summary>A call when one fits and none has been made for this request; else null.</summary>
    public static ModelReply? Next(IReadOnlyList<ToolOffer> tools, ModelRequest request)
    {
        var thread = new RequestThread(request.Turns);
        if (tools.Count == 0 || thread.History.Count > 0)
            return null;
        var best = Best(tools, thread.Request);
        return Score(best, thread.Request) > 0 ? ModelReply.Do(Call(best, request)) : null;
    }

    public static ToolOffer Best(IReadOnlyList<ToolOffer> tools, string request) => tools.MaxBy(tool => Score(tool, request))!;

    /// <summary>A call whose arguments satisfy the tool's schema, filled from the user's words.</summary>
    public static ToolCall Call(ToolOffer tool, ModelRequest request)
    {
        var user = request.Turns.Where(RequestThread.IsUser).TakeLast(1).ToList();
        var arguments = SchemaWriter.Instance(tool.Parameters, PromptFacts.Read(user)) as JsonObject ?? [];
        return new ToolCall(NewId(tool.Name, request), tool.Name, arguments);
    }

    /// <summary>An id that is the same for the same request.</summary>
    public static string NewId(string tool, ModelRequest request)
    {
        var text = $"{tool} {request.Turns.Count} {(request.Turns is [.., var last] ? last.Text : "")}";
        return $"call_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
    }

    private static int Score(ToolOffer tool, string request)
    {
        var words = Keywords.All($"{tool.Name.Replace('_', ' ')} {tool.Description}").ToHashSet(StringComparer.Ordinal);
        return Keywords.All(request).Distinct(StringComparer.Ordinal).Count(words.Contains);
    }
}
