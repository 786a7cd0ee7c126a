namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>Vietnamese sentences of brands and customers.</summary>
internal static class VietnameseProfiles
{
    public static ProfileCopy Profile { get; } = new()
    {
        Slogans = ["{keyword}, đơn giản hơn mỗi ngày", "Thêm {keyword:lower}, bớt nỗi lo", "{brand}: {keyword:lower} đúng như lời hứa", "{brand}, mọi thứ đơn giản"],
        Missions =
        [
            "{brand} làm cho {keyword:lower} và {keyword+1:lower} trở nên đơn giản với những người còn bao việc khác phải lo.",
            "Mang đến cho mọi người {keyword:lower} mà trước đây chỉ nơi lớn mới có.",
            "Giúp mọi người làm tốt việc của mình mà đỡ vất vả hơn.",
        ],
        Keywords = ["đơn giản", "đáng tin", "gần gũi", "trung thực", "hữu ích", "rõ ràng", "thân thiện"],
        People =
        [
            new("Nguyễn Thu Trang", "34", "Nữ", "Đà Nẵng", "Chủ cửa hàng nhỏ", "25 triệu đồng một tháng"),
            new("Trần Quốc Huy", "41", "Nam", "Hà Nội", "Trưởng phòng vận hành", "38 triệu đồng một tháng"),
            new("Lê Ngọc Mai", "29", "Nữ", "TP. Hồ Chí Minh", "Phụ trách marketing trong nhóm ba người", "22 triệu đồng một tháng"),
            new("Phạm Văn Dũng", "46", "Nam", "Cần Thơ", "Chủ doanh nghiệp gia đình", "45 triệu đồng một tháng"),
            new("Võ Hải Yến", "38", "Nữ", "Nha Trang", "Quản lý đội dịch vụ", "30 triệu đồng một tháng"),
        ],
        Summaries =
        [
            "{person}, {age} tuổi, {occupation:lower} ở {location}. Tìm đến {brand} vì “{keyword:lower}” và ở lại vì “{keyword+1:lower}”. Tự quyết định, đọc đánh giá trước, thử vào buổi tối.",
            "{person}, {age} tuổi, {occupation:lower} ở {location}. Muốn xong việc mà không phải thành chuyên gia, và kể về {brand} với bạn bè khi thấy tốt.",
        ],
        Values = ["Trung thực, {keyword:lower}, thời gian cho gia đình", "Tự chủ và {keyword:lower}", "Trung thực, tự chủ, thời gian cho gia đình"],
        Interests = ["{pillar}, {pillar+1:lower}, nấu ăn cuối tuần", "Tin địa phương, {keyword:lower}, nấu ăn cuối tuần", "Tin địa phương, nấu ăn cuối tuần"],
        Personalities = ["Cẩn thận với tiền bạc, quyết nhanh khi đã tin", "Thân thiện, thực tế, hơi thiếu kiên nhẫn"],
        Goals =
        [
            "Có “{keyword:lower}” mà không thêm việc", "Tin được “{keyword+1:lower}” mà không phải kiểm tra hai lần", "Có một đối tác như {brand}, trả lời trong ngày", "Có buổi tối rảnh rỗi",
        ],
        Motivations = ["Một lời hứa được giữ: {slogan:lower}", "Muốn cho thấy nhóm nhỏ cũng làm được"],
        Pains =
        [
            "Quá nhiều công cụ, không cái nào thật sự “{keyword:lower}”", "Nghe hứa “{keyword+1:lower}” nhưng không ai giữ lời", "Không có thời gian so sánh", "Phải giải thích một chuyện hết lần này đến lần khác",
        ],
        Frustrations = ["Bị tư vấn dài dòng cho một câu hỏi đơn giản về “{keyword:lower}”", "Giá chỉ hiện ra ở bước cuối"],
    };
}
