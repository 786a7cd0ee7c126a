using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Answers;

/// <summary>The sentences of the rule model in one language. Every value in them comes from the request or from a tool's result.</summary>
internal interface IAnswers
{
    /// <summary>The sentence that ends every answer: an emulator speaks.</summary>
    string Notice { get; }

    IQuestions Ask { get; }

    string Found(CollectionWord word, int shown, double total);

    string FoundPart(CollectionWord word, int shown);

    string NoneFound(CollectionWord word);

    string Counted(CollectionWord word, double count);

    string Conditions(string filter);

    string Details(CollectionWord word, string record);

    string Created(CollectionWord word, string record);

    string Updated(CollectionWord word, string record);

    string Deleted(CollectionWord word, string record);

    string ValuesSet(IEnumerable<string> values);

    string NotFound(CollectionWord word, string name);

    string NoWorkspace { get; }

    string NoneToLinkTo(CollectionWord word, CollectionWord target);

    string FieldsOf(CollectionWord word, IEnumerable<string> fields);

    string CollectionsAre(IEnumerable<string> names);

    string SearchGave(string query, IEnumerable<string> lines);

    string SearchGaveNothing(string query);

    string ToolFailed(string tool, string error);

    string ToolUnreadable(string tool);

    string ToolMissing(string tool);

    string NeedsFile(CollectionWord word);

    string OneAtATime { get; }

    string OnlyTheFirst { get; }

    string Ignored(IEnumerable<string> records);

    string Help { get; }

    string NotUnderstood(string request);

    string PlainAnswer(string request, IEnumerable<string> keywords);

    string Record(string title, string id);

    string Required { get; }
}
