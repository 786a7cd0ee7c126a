using System.Collections.Frozen;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>Vietnamese sentences of strategies, worksheets and the editor.</summary>
internal static class VietnamesePlans
{
    public static StrategyCopy Strategy { get; } = new()
    {
        Names = new Dictionary<string, string[]>
        {
            ["awareness"] = ["Gặp gỡ {subject}", "Cái nhìn đầu tiên"],
            ["conversion"] = ["{subject}: bắt đầu ngay", "Bước đầu tiên"],
            ["retargeting"] = ["Trở lại với {subject}", "Thêm một lần, có lý do"],
            ["newsletter"] = ["Thư từ {brand}", "Thư từ cửa tiệm"],
            ["social_series"] = ["{subject} qua năm câu chuyện", "Năm câu chuyện"],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Acquisition = new Dictionary<string, string[]>
        {
            ["awareness"] = ["Đến với những người như {person} ở nơi họ đang có mặt: chuyện ngắn về “{pain:lower}” trên Facebook, Instagram và TikTok, mỗi chuyện một lời giải từ {subject}.", "Chuyện ngắn về {keyword:lower} trên Facebook, Instagram và TikTok, mỗi chuyện một lời giải từ {subject}.", "Chuyện ngắn trên mạng xã hội, mỗi chuyện một lời giải."],
            ["conversion"] = ["Đưa người đang so sánh về một trang: {offer:lower}. Tìm kiếm, đánh giá và email đều dẫn về đó; mỗi bước chỉ yêu cầu một việc.", "Đưa người đang so sánh về một trang nói về {subject}. Tìm kiếm, đánh giá và email đều dẫn về đó; mỗi bước chỉ yêu cầu một việc."],
            ["retargeting"] = ["Nhắc người đã xem {subject} vì sao họ từng quan tâm: {goal:lower}. Ba tin nhắn trong mười ngày, rồi thôi.", "Nhắc người đã xem {subject} vì sao họ từng quan tâm. Ba tin nhắn trong mười ngày, rồi thôi."],
            ["newsletter"] = ["Hai tuần một lá thư: một mẹo về {keyword:lower}, một chuyện khách hàng, một ưu đãi. Chỗ đăng ký có ở mọi trang.", "Hai tuần một lá thư: một mẹo, một chuyện khách hàng, một ưu đãi."],
            ["social_series"] = ["Năm bài nối tiếp trong năm ngày về {pillar:lower}; bài cuối đặt câu hỏi, câu trả lời hay nhất thành loạt bài sau.", "Năm bài nối tiếp trong năm ngày; bài cuối đặt câu hỏi, câu trả lời hay nhất thành loạt bài sau."],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Measures = ["Thước đo: {aim:lower}."],
        Positioning =
        [
            "{subject} dành cho người muốn một điều: {goal:lower}. Nơi khác chịu cảnh “{pain:lower}”, ở đây là {benefit:lower}.",
            "{subject} dành cho người muốn một điều: {goal:lower}.",
            "{brand} là nơi đứng về {keyword:lower}.",
            "Lựa chọn đơn giản giữa những lựa chọn rắc rối.",
        ],
        Values = ["{benefit}: {usp:lower}.", "{benefit}, {benefit+1:lower}.", "{benefit}.", "{mission}.", "{keyword} mà không tốn sức.", "Ít công sức hơn, nhiều kết quả hơn."],
        Tones = ["{voice}.", "Thân thiện và cụ thể: câu ngắn về {keyword:lower}, ví dụ trước tính từ.", "Thân thiện và cụ thể, ví dụ trước tính từ."],
    };

    public static WorksheetCopy Worksheet { get; } = new()
    {
        Title = "# {0} và {1}",
        UntitledBrand = "Một thương hiệu",
        UntitledPersona = "khách hàng của mình",
        NoData = "Yêu cầu không kèm thương hiệu và chân dung khách hàng nào, nên đây chỉ là khung để điền: hãy chọn ít nhất mỗi thứ một rồi thử lại.",
        FitHeading = "Độ phù hợp giữa thương hiệu và khách hàng",
        Fit =
        [
            "**{persona}** muốn “{goal:lower}”. **{brand}** trả lời bằng {keyword:lower}: {slogan:lower}.",
            "**{persona}** muốn “{goal:lower}”, và **{brand}** có thể đáp lại.",
            "Điều gây khó là “{pain:lower}”. Lời hứa của thương hiệu chạm tới nó: {mission:lower}.",
            "Điều gây khó là “{pain:lower}”.",
            "Điểm chung để mở đầu câu chuyện: {pillar:lower} và {interest:lower}.",
            "Nói với {person} như nói với người làm việc này: {occupation:lower}, {location}.",
        ],
        SwotHeading = "SWOT",
        SwotNames = ["Điểm mạnh", "Điểm yếu", "Cơ hội", "Thách thức"],
        Strengths = ["Lời hứa rõ ràng: {slogan}", "Từ khoá dễ nhớ: {keyword:lower}, {keyword+1:lower}", "Chủ đề của riêng mình: {pillar:lower}, {pillar+1:lower}", "Một cái tên để bắt đầu: {brand}"],
        Opportunities = ["{goal}: không cần thuyết phục ai", "{goal+1}: lý do thứ hai để tìm đến", "{location}: nơi mọi người biết nhau", "Chiến dịch đầu có thể nhỏ mà vẫn được thấy"],
        Threats = ["Thói quen: người ta đã quen sống với “{pain:lower}”", "“{pain+1}” đã có công cụ miễn phí, tuy dở nhưng có ngay", "Đối thủ lớn chép được ưu đãi, không chép được giọng nói"],
        Gaps =
        [
            ("slogan", "Thương hiệu chưa có khẩu hiệu"), ("mission", "Thương hiệu chưa có sứ mệnh"), ("keyword", "Thương hiệu chưa có từ khoá"),
            ("pillar", "Chưa ghi các trụ cột nội dung"), ("voice", "Chưa ghi giọng điệu"), ("goal", "Chân dung chưa có mục tiêu"),
            ("pain", "Chân dung chưa có nỗi khó"), ("occupation", "Chưa biết khách hàng làm nghề gì"),
        ],
        NoGaps = "Hồ sơ đã đủ; còn thiếu bằng chứng: con số và lời khách hàng",
        HooksHeading = "Ba câu mở đầu",
        StepsHeading = "Khuyến nghị đầu tiên",
        Steps =
        [
            "Bắt đầu bằng một chiến dịch về “{pain:lower}” và đo một con số.",
            "Kể ba chuyện về những người như {person}; để họ nói “{goal:lower}” bằng lời của mình.",
            "Trong bốn tuần, mọi tiêu đề chỉ dùng {keyword:lower} và {keyword+1:lower}.",
            "Biến {pillar:lower} thành chuyên mục hằng tuần, luôn cùng một ngày.",
            "Viết lời đáp cho năm câu khách thật sự hỏi, mỗi tuần một câu.",
            "Quyết định trước điều gì sẽ khiến ta dừng lại.",
        ],
    };

    public static EditorCopy Editor { get; } = new()
    {
        NoCall = "Thiếu lời kêu gọi hành động: nói bằng một dòng ngắn người đọc nên làm gì tiếp.",
        Duplicate = "Gần như trùng với {0}: đổi góc nhìn hoặc bỏ bớt một bài.",
        TooLong = "Bài có {0} ký tự; {1} nhận tối đa {2}.",
        TooManyTags = "Bài có {0} hashtag; trên {1} nên nhiều nhất {2}.",
        TooShort = "Bài viết {0} ký tự chỉ là lời dẫn: {1} cần các phần và ví dụ.",
        Forbidden = "Bài dùng “{0}”, điều mà quy tắc thương hiệu loại trừ.",
        NoBrand = "Không nhắc tên thương hiệu hay sản phẩm: người đọc không biết ai đang nói.",
    };
}
