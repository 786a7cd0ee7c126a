using System.Text.RegularExpressions;
using OpenAI.Chat;
using Tmcp.Agent.Threads;

namespace Tmcp.Agent.Team;

/// <summary>Puts a thread into the form the model gets: everything as user messages, each marked with whose words it holds.</summary>
internal static partial class Conversation
{
    public static List<ChatMessage> Build(string systemPrompt, IEnumerable<ThreadEntry> thread)
    {
        List<ChatMessage> messages = [ChatMessage.CreateSystemMessage(systemPrompt)];
        messages.AddRange(thread.Select(ToMessage));
        return messages;
    }

    private static UserChatMessage ToMessage(ThreadEntry entry) => entry.Author is { } author
        ? new UserChatMessage($"<report member=\"{author}\">\n{Quote(entry.Text)}\n</report>") { ParticipantName = author }
        : new UserChatMessage($"<user_request>\n{Quote(entry.Text)}\n</user_request>");

    // A text that contains our own marks could end its frame early and speak as somebody else.
    private static string Quote(string text) => Marks().Replace(text, "&lt;");

    [GeneratedRegex(@"<(?=\s*/?\s*(user_request|report)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Marks();
}
