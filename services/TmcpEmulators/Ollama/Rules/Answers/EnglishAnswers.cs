using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Answers;

internal sealed class EnglishAnswers : IAnswers
{
    public string Notice => "(TMCP's model emulator answered this, not a language model.)";

    public IQuestions Ask { get; } = new EnglishQuestions();

    public string NoWorkspace => "You have no workspace yet, and this record needs one. Create a workspace first.";

    public string OneAtATime => "I change or delete one record at a time. Name the record that you mean.";

    public string OnlyTheFirst => "That was the first of your requests. I take one in a message: please send the next one by itself.";

    public string Help =>
        "Hello! I can list, show, count, create, update and delete the records of TMCP: campaigns, brands, personas, worksheets, products, " +
        "events, contents, variants, posts, leads and more. Try: create a campaign named \"Summer Sale\" with budget 5000.";

    public string Required => "required";

    public string Found(CollectionWord word, int shown, double total) =>
        shown < total ? $"Found {total} {Noun(word, total)}; the first {shown}:" : $"Found {total} {Noun(word, total)}:";

    public string FoundPart(CollectionWord word, int shown) => $"The list of {word.Many} was too long to read whole; its first {shown}:";

    public string NoneFound(CollectionWord word) => $"There are no {word.Many} to show.";

    public string Counted(CollectionWord word, double count) => count is 1 ? $"There is 1 {word.One}." : $"There are {count} {word.Many}.";

    public string Conditions(string filter) => $"Condition: {filter}";

    public string Details(CollectionWord word, string record) => $"Here is the {word.One} {record}:";

    public string Created(CollectionWord word, string record) => $"Created the {word.One} {record}.";

    public string Updated(CollectionWord word, string record) => $"Updated the {word.One} {record}.";

    public string Deleted(CollectionWord word, string record) => $"Deleted the {word.One} {record}.";

    public string ValuesSet(IEnumerable<string> values) => $"Values: {string.Join(", ", values)}.";

    public string Ignored(IEnumerable<string> records) => $"Not used, because it has no place for this: {string.Join(", ", records)}.";

    public string NotFound(CollectionWord word, string name) => $"I found no {word.One} named \"{name}\". Nothing was changed.";

    public string NoneToLinkTo(CollectionWord word, CollectionWord target) =>
        $"A {word.One} needs a {target.One}, and there is none yet. Create a {target.One} first.";

    public string FieldsOf(CollectionWord word, IEnumerable<string> fields) => $"A {word.One} has these fields:\n{Bullets(fields)}";

    public string CollectionsAre(IEnumerable<string> names) => $"These collections exist:\n{Bullets(names)}";

    public string SearchGave(string query, IEnumerable<string> lines) => $"The search for \"{query}\" gave:\n{Bullets(lines)}";

    public string SearchGaveNothing(string query) => $"The search for \"{query}\" gave nothing.";

    public string ToolFailed(string tool, string error) => $"That did not work: the tool {tool} answered \"{error}\".";

    public string ToolUnreadable(string tool) => $"I could not read what the tool {tool} answered, so I stop here.";

    public string ToolMissing(string tool) => $"I would need the tool {tool} for that, and I do not have it here.";

    public string NeedsFile(CollectionWord word) => $"A {word.One} needs a file, and I cannot upload files. Please upload it in the hub.";

    public string NotUnderstood(string request) =>
        $"I did not understand \"{request}\". Say what to do (list, show, count, create, update, delete) and with which record, for example: list campaigns.";

    public string PlainAnswer(string request, IEnumerable<string> keywords)
    {
        var topics = string.Join(", ", keywords);
        return topics.Length == 0 ? $"You wrote: \"{request}\"." : $"You wrote: \"{request}\". It is about: {topics}. I know nothing beyond this text.";
    }

    public string Record(string title, string id) => $"\"{title}\" (id {id})";

    private static string Noun(CollectionWord word, double count) => word.Noun(Language.English, count);

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));
}
