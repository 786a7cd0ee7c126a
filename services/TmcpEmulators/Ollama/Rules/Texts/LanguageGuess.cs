namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>Decides in which language a message is written, so that the answer comes in the same.</summary>
internal static class LanguageGuess
{
    private static readonly PhraseTable<Language> Words = new PhraseTable<Language>()
        .Add(Language.English, "the|a|an|of|with|to|for|and|is|are|my|me|please|show|list|create|add|update|delete|remove|change|set|how many|count|named|called|what|which|in|all|hello|hi|help|thanks")
        .Add(Language.Vietnamese, "tạo|thêm|xóa|xoá|sửa|đổi|cập nhật|liệt kê|danh sách|xem|đếm|bao nhiêu|chiến dịch|thương hiệu|khách hàng|sản phẩm|sự kiện|bài viết|nội dung|tên là|với|cho tôi|của|trong|thành|trạng thái|ngân sách|nào|gì|xin chào|chào|giúp|tôi|các|những|và|không gian làm việc|chân dung|hiển thị|chi tiết");

    public static Language Guess(Utterance utterance)
    {
        var matches = Words.FindAll(utterance);
        var vietnamese = matches.Count(match => match.Meaning == Language.Vietnamese) + utterance.Lower.Count(Diacritics.IsVietnamese);
        var english = matches.Count - matches.Count(match => match.Meaning == Language.Vietnamese);
        return vietnamese > english ? Language.Vietnamese : Language.English;
    }
}
