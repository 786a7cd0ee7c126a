using OpenAI.Chat;
using Tmcp.Agent.Threads;

namespace Tmcp.Agent.Team;

/// <summary>Puts a thread into the form the model gets: everything as user messages, each marked with whose words it holds.</summary>
internal static class Conversation
{
    public static List<ChatMessage> Build(string systemPrompt, IEnumerable<ThreadEntry> thread)
    {
        List<ChatMessage> messages = [ChatMessage.CreateSystemMessage(systemPrompt)];
        messages.AddRange(thread.Select(ToMessage));
        return messages;
    }

    private static UserChatMessage ToMessage(ThreadEntry entry) => entry.Author is { } author
        ? new UserChatMessage($"<member_report member=\"{author}\">\n{Quote(entry.Text)}\n</member_report>") { ParticipantName = author }
        : new UserChatMessage($"<user_request>\n{Quote(entry.Text)}\n</user_request>");

    // A text that contains our own marks could end its frame early and speak as somebody else.
    private static string Quote(string text) => text
        .Replace("user_request>", "user_request&gt;", StringComparison.OrdinalIgnoreCase)
        .Replace("<member_report", "&lt;member_report", StringComparison.OrdinalIgnoreCase)
        .Replace("member_report>", "member_report&gt;", StringComparison.OrdinalIgnoreCase);
}
