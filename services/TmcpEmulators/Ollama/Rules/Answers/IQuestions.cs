using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Answers;

/// <summary>
/// What the rule model asks back. Each question has a fixed part, by which it is recognised when the next message answers it.
/// </summary>
internal interface IQuestions
{
    string Kind { get; }

    string Name(CollectionWord word);

    string NameMark { get; }

    string Which(CollectionWord word, string name, IEnumerable<string> candidates);

    string WhichMark { get; }

    string WhichRecord(CollectionWord word);

    string WhichRecordMark { get; }

    string Workspace(IEnumerable<string> candidates);

    string WorkspaceMark { get; }

    string Parent(CollectionWord word, CollectionWord target, IEnumerable<string> candidates);

    /// <summary>Followed by the noun in quotes.</summary>
    string ParentMark { get; }

    string Field(CollectionWord word, string field);

    /// <summary>Followed by the field's name in quotes.</summary>
    string FieldMark { get; }

    string Value(string field, IEnumerable<string> values);

    string Changes(CollectionWord word, string record, IEnumerable<string> fields);

    string ChangesMark { get; }
}
