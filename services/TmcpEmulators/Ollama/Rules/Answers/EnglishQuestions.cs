using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Answers;

internal sealed class EnglishQuestions : IQuestions
{
    public string Kind => "Which kind of record do you mean: campaign, brand, persona, worksheet, product, event, content, variant, post or lead?";

    public string NameMark => "What should it be called?";

    public string WhichMark => "Which one do you mean?";

    public string WhichRecordMark => "What is its name?";

    public string WorkspaceMark => "Which workspace is it for?";

    public string ParentMark => "Please name the";

    public string FieldMark => "Please give me the value of";

    public string ChangesMark => "What should change?";

    public string Name(CollectionWord word) => $"I can create a {word.One}. {NameMark}";

    public string Which(CollectionWord word, string name, IEnumerable<string> candidates) =>
        $"Several {word.Many} match \"{name}\":\n{Bullets(candidates)}\n{WhichMark} Answer with its id.";

    public string WhichRecord(CollectionWord word) => $"Which {word.One}? {WhichRecordMark}";

    public string Workspace(IEnumerable<string> candidates) => $"You have several workspaces:\n{Bullets(candidates)}\n{WorkspaceMark} Answer with its name.";

    public string Parent(CollectionWord word, CollectionWord target, IEnumerable<string> candidates) =>
        $"A {word.One} belongs to a {target.One}. There are:\n{Bullets(candidates)}\n{ParentMark} \"{target.One}\": which is it?";

    public string Field(CollectionWord word, string field) => $"A {word.One} needs more than that. {FieldMark} \"{field}\": what is it?";

    public string Value(string field, IEnumerable<string> values) =>
        $"The field {field} has these values only: {string.Join(", ", values)}. {FieldMark} \"{field}\": what is it?";

    public string Changes(CollectionWord word, string record, IEnumerable<string> fields) =>
        $"I found the {word.One} {record}. {ChangesMark} Its fields: {string.Join(", ", fields)}.";

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));
}
