using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Vocabulary;

/// <summary>What people call the fields of a record.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["budget"] = "ngân sách|kinh phí",
        ["status"] = "trạng thái|tình trạng",
        ["publish_status"] = "status|trạng thái",
        ["approval_status"] = "status|approval|trạng thái",
        ["start_date"] = "start date|starts on|starting on|starting|starts|start|beginning|ngày bắt đầu|bắt đầu từ ngày|bắt đầu từ|bắt đầu ngày|bắt đầu|từ ngày",
        ["end_date"] = "end date|ends on|ending on|ending|ends|end|until|ngày kết thúc|kết thúc vào ngày|kết thúc ngày|kết thúc|đến hết ngày|đến ngày",
        ["event_date"] = "date|day|vào ngày|ngày diễn ra|diễn ra ngày|ngày",
        ["scheduled_at"] = "scheduled for|scheduled at|schedule|lên lịch|hẹn giờ",
        ["published_at"] = "published on|ngày đăng",
        ["campaign_type"] = "type|loại|kiểu|loại chiến dịch",
        ["type"] = "loại|kiểu|kind",
        ["file_type"] = "type|loại",
        ["description"] = "described as|mô tả",
        ["summary"] = "description|tóm tắt|mô tả",
        ["email"] = "e-mail|email address|thư điện tử|địa chỉ email",
        ["phone"] = "phone number|telephone|điện thoại|số điện thoại|sđt",
        ["source"] = "nguồn",
        ["platform"] = "nền tảng",
        ["account_name"] = "tên tài khoản",
        ["account_id"] = "mã tài khoản",
        ["core_message"] = "message|saying|thông điệp|about|về",
        ["adapted_copy"] = "copy|text|saying|bản chữ|nội dung",
        ["content"] = "body|text|nội dung",
        ["default_offer"] = "offer|ưu đãi|khuyến mãi",
        ["usp"] = "unique selling point|điểm khác biệt|điểm bán hàng độc nhất",
        ["voice_and_tone"] = "voice|tone|tone of voice|giọng điệu|giọng văn",
        ["funnel_stage"] = "stage|giai đoạn",
        ["psychological_angle"] = "angle|góc tâm lý",
        ["pain_point_focus"] = "pain point|nỗi đau",
        ["key_message_variation"] = "key message|thông điệp chính",
        ["call_to_action_direction"] = "call to action|cta|kêu gọi hành động",
        ["original_url"] = "url|pointing to|địa chỉ|tới địa chỉ",
        ["priority"] = "ưu tiên|độ ưu tiên",
        ["key_features"] = "features|tính năng",
        ["key_benefits"] = "benefits|lợi ích",
        ["content_pillars"] = "pillars|trụ cột nội dung",
        ["tags"] = "thẻ|nhãn",
        ["slug"] = "đường dẫn",
        ["agent_role"] = "role|vai trò",
        ["template_text"] = "text|template text|saying|that says|lời nhắc|nói rằng",
        ["heroImage"] = "hero image|ảnh bìa",
        ["sentiment"] = "cảm xúc",
        ["click_count"] = "clicks|lượt nhấp",
        ["brief"] = "bản tóm tắt",
    };

    /// <summary>The words for a field, in lower case, separated by <c>|</c>; its own name with blanks first.</summary>
    public static string PhrasesOf(string field)
    {
        var own = SpacedName(field);
        var phrases = own == field ? own : $"{own}|{field.ToLowerInvariant()}";
        return Synonyms.TryGetValue(field, out var others) ? $"{phrases}|{others}" : phrases;
    }

    /// <summary>Where a message uses the word for some field.</summary>
    public static IEnumerable<Span> Mentioned(Utterance utterance) => Known.FindAll(utterance).Select(match => match.Span);

    private static PhraseTable<string> Known { get; } = BuildKnown();

    private static PhraseTable<string> BuildKnown()
    {
        var table = new PhraseTable<string>();
        foreach (var field in Synonyms.Keys)
            table.Add(field, PhrasesOf(field));
        return table;
    }

    // heroImage, hero_image: "hero image"
    private static string SpacedName(string field) =>
        string.Concat(field.Replace('_', ' ').Select(character => char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}" : character.ToString())).Trim();
}
