using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Values;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>Finds records by name and workspaces by what the prompt or the tools say; asks back when that is not enough.</summary>
internal abstract class RecordFinder(PlanContext context) : Plan(context)
{
    private const int MostCandidates = 10;

    /// <summary>The one record of a kind with a name: by the exact name, else by a part of it.</summary>
    protected Step<JsonObject> FindByName(CollectionWord word, CollectionSchema schema, string name)
    {
        if (schema.Title is not { } title)
            return Stop(Answers.NotFound(word, name));
        foreach (var filter in new[] { Filters.Is(title.Name, name), Filters.Contains(title.Name, name) })
        {
            if (!List(word, filter, MostCandidates).Done(out var found, out var stop))
                return Step<JsonObject>.Stop(stop);
            if (Choose(found.Items!, title.Name, name) is { } record)
                return Step<JsonObject>.Of(record);
            if (found.Items!.Count > 0)
                return Stop(Answers.Ask.Which(word, name, Candidates(found.Items)));
        }

        return Stop(Answers.NotFound(word, name));
    }

    /// <summary>The record that another one belongs to, when the message does not name it: the only one there is.</summary>
    protected Step<JsonObject> FindOnly(CollectionWord target)
    {
        if (!List(target, "", MostCandidates).Done(out var found, out var stop))
            return Step<JsonObject>.Stop(stop);
        return found.Items!.Count switch
        {
            1 => Step<JsonObject>.Of(found.Items[0]),
            0 => Stop(Answers.NoneToLinkTo(Word, target)),
            _ => Stop(Answers.Ask.Parent(Word, target, Candidates(found.Items))),
        };
    }

    /// <summary>The workspace's id: the one named in the message, the first in the prompt, or the only one there is.</summary>
    protected Step<string> FindWorkspace()
    {
        var wanted = Intent.Others.FirstOrDefault(other => other.Word.Collection == "workspaces")?.Name;
        var known = Context.Hints.Workspaces;
        var hints = wanted is null ? known : [.. known.Where(hint => hint.Id == wanted || hint.Names(wanted))];
        if (hints.Count == 1 || (hints.Count > 1 && wanted is null))
            return Step<string>.Of(hints[0].Id);

        if (!List(Collections.Of("workspaces"), "", MostCandidates).Done(out var found, out var stop))
            return Step<string>.Stop(stop);
        var all = found.Items!;
        var fitting = wanted is null ? all : [.. all.Where(workspace => Matches(workspace, wanted))];
        return (all.Count, fitting.Count) switch
        {
            (_, 1) => Step<string>.Of(RecordText.Id(fitting[0])),
            (0, _) => Step<string>.Stop(ModelReply.Say(Answers.NoWorkspace)),
            (_, 0) => Step<string>.Stop(ModelReply.Say(Answers.NotFound(Collections.Of("workspaces"), wanted!))),
            _ => Step<string>.Stop(ModelReply.Say(Answers.Ask.Workspace(Candidates(fitting)))),
        };
    }

    private static bool Matches(JsonObject record, string wanted) =>
        RecordText.Title(record).Equals(wanted, StringComparison.OrdinalIgnoreCase) || RecordText.Id(record) == wanted;

    // One hit is it; of several, the only one with exactly this name.
    private static JsonObject? Choose(IReadOnlyList<JsonObject> records, string field, string name)
    {
        if (records.Count == 1)
            return records[0];
        var exact = records.Where(record => string.Equals(JsonText.StringOrNull(record[field]), name, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    private static Step<JsonObject> Stop(string text) => Step<JsonObject>.Stop(ModelReply.Say(text));
}
