using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Vocabulary;

/// <summary>Other words for the values of select fields. A value's own spelling, with blanks for underscores, always counts.</summary>
internal static class SelectValues
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["active"] = "running|live|ongoing|đang chạy|hoạt động|đang hoạt động|kích hoạt",
        ["planned"] = "upcoming|dự kiến|lên kế hoạch|đã lên kế hoạch",
        ["paused"] = "on hold|tạm dừng|tạm ngưng",
        ["completed"] = "complete|finished|done|hoàn thành|hoàn tất|đã xong",
        ["cancelled"] = "canceled|hủy|huỷ|đã hủy|đã huỷ",
        ["draft"] = "drafts|nháp|bản nháp",
        ["processing"] = "in progress|đang xử lý",
        ["archived"] = "lưu trữ|đã lưu trữ",
        ["pending"] = "chờ duyệt|đang chờ",
        ["approved"] = "duyệt|đã duyệt|phê duyệt",
        ["rejected"] = "từ chối|đã từ chối",
        ["revision_needed"] = "needs revision|cần sửa",
        ["scheduled"] = "lên lịch|đã lên lịch|hẹn giờ",
        ["published"] = "đã đăng|xuất bản|đã xuất bản",
        ["failed"] = "thất bại",
        ["new"] = "mới",
        ["contacted"] = "đã liên hệ",
        ["qualified"] = "đủ điều kiện",
        ["converted"] = "đã chuyển đổi",
        ["lost"] = "đã mất",
        ["positive"] = "tích cực",
        ["negative"] = "tiêu cực",
        ["neutral"] = "trung lập|trung tính",
        ["awareness"] = "nhận diện|nhận biết|brand awareness",
        ["conversion"] = "chuyển đổi",
        ["retargeting"] = "tiếp thị lại",
        ["newsletter"] = "bản tin",
        ["social_series"] = "chuỗi mạng xã hội|social media series",
        ["holiday"] = "ngày lễ",
        ["industry_event"] = "sự kiện ngành",
        ["company_milestone"] = "milestone|cột mốc",
        ["trend"] = "xu hướng",
        ["web"] = "website|trang web",
        ["social"] = "social media|mạng xã hội",
        ["referral"] = "giới thiệu",
        ["facebook"] = "fb",
        ["twitter"] = "x.com",
        ["queued"] = "đang xếp hàng",
    };

    /// <summary>The words for a value, in lower case, separated by <c>|</c>.</summary>
    public static string PhrasesOf(string value)
    {
        var own = value.ToLowerInvariant();
        var spaced = own.Replace('_', ' ');
        var phrases = own == spaced ? own : $"{own}|{spaced}";
        return Synonyms.TryGetValue(value, out var others) ? $"{phrases}|{others}" : phrases;
    }

    /// <summary>The words for several values, to be found in a message.</summary>
    public static PhraseTable<string> TableOf(IEnumerable<string> values)
    {
        var table = new PhraseTable<string>();
        foreach (var value in values)
            table.Add(value, PhrasesOf(value));
        return table;
    }

    /// <summary>The values that the vocabulary knows; a message that has one of them may be about a select field.</summary>
    public static PhraseTable<string> Known { get; } = TableOf(Synonyms.Keys);
}
