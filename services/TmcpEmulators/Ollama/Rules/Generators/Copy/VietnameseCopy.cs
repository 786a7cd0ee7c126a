using System.Collections.Frozen;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>The Vietnamese sentences: angles and stages here, the rest beside it.</summary>
internal static class VietnameseCopy
{
    public static CopyBook Book { get; } = new()
    {
        Angles = new Dictionary<string, AngleCopy>
        {
            ["Emotion"] = new(
                ["{goal}", "Dành chỗ cho điều quan trọng", "Vì sao có {subject}", "Một ngày không còn nỗi lo này"],
                ["Thử hình dung một chút: {goal:lower}.", "Ngoài danh sách việc phải làm còn có cuộc sống."],
                ["{goal}: mọi cố gắng là vì điều đó.", "Bớt lo chuyện “{pain:lower}”, thêm thời gian cho điều quan trọng.", "Điều quan trọng xứng đáng có chỗ, và chỗ ấy có thể tạo ra."],
                "Cho thấy con người trước sản phẩm, và chỉ một cảm xúc.",
                ["ấm áp", "gần gũi"]),
            ["Logic"] = new(
                ["{feature}, từng bước một", "“{keyword}” qua những con số", "Một thay đổi, tính cho rõ", "Nguyên nhân và kết quả"],
                ["Ba sự thật, không tính từ.", "Làm phép tính: bớt một thói quen, thêm một kết quả."],
                ["{feature} nghĩa là một điều: {benefit:lower}.", "“{pain}” có nguyên nhân, và nguyên nhân thì bỏ được.", "Một thay đổi rõ ràng hơn mười dự định tốt."],
                "Nêu lý do trước lời hứa; một con số là đủ.",
                ["rõ ràng", "thực tế"]),
            ["Curiosity"] = new(
                ["Câu hỏi phía sau “{keyword:lower}”", "Điều còn thiếu bấy lâu", "Lời giải nhỏ cho “{pain:lower}”", "Đoán xem điều gì đã đổi"],
                ["Người không còn phải nói “{pain:lower}” đã làm khác đi điều gì?", "Một câu hỏi trước khi bạn lướt tiếp."],
                ["Lời giải cho “{pain:lower}” nhỏ hơn ta tưởng.", "Vì sao “{benefit:lower}” nghe quá đơn giản? Vì nó đơn giản thật.", "Câu hỏi đúng đến trước công cụ tốt."],
                "Mở một câu hỏi ở dòng đầu và trả lời trước dòng cuối.",
                ["dí dỏm", "tò mò"]),
            ["Social Proof"] = new(
                ["Những người như {person}", "Người khác đã đổi gì trước tiên", "Chuyện kể từ {location}", "Hỏi thử hàng xóm"],
                ["Hỏi bất cứ ai từng gặp “{pain:lower}” xem điều gì đã giúp họ.", "Bạn không phải người duy nhất đang tìm điều này."],
                ["Người cùng cảnh bắt đầu bằng một bước nhỏ: {feature:lower}.", "Ai từng gặp “{pain:lower}” cũng kể giống nhau: bước đầu tiên là bước nhỏ nhất.", "Người đi trước kể lại thật lòng."],
                "Để khách hàng nói; chỉ dùng lời mà khách thật đã nói.",
                ["thân thiện", "đáng tin"]),
            ["Fear"] = new(
                ["Cái giá thật của “{pain:lower}”", "Trước khi chuyện lặp lại", "Điều ẩn sau “{keyword:lower}”", "Ngày mọi thứ trục trặc"],
                ["“{pain}” không bao giờ chỉ gây phiền một lần.", "Một tuần tồi tệ lấy của bạn bao nhiêu?"],
                ["Mỗi tuần còn “{pain:lower}” tốn kém hơn chính việc thay đổi.", "Không ai để ý “{pain:lower}” cho đến ngày quan trọng nhất.", "Điều hỏng trong im lặng là điều tốn kém nhất."],
                "Nói cái giá một lần, bình tĩnh, rồi chỉ ngay lối ra.",
                ["nghiêm túc", "che chở"]),
            ["Urgency"] = new(
                ["Trước khi vào mùa", "Tuần này, không phải tháng sau", "Ưu đãi và tờ lịch", "Vẫn còn kịp"],
                ["Lúc tốt nhất để kết thúc “{pain:lower}” là trước tuần bận rộn kế tiếp.", "Tuần này đáng giá."],
                ["{offer}.", "Bắt đầu trước tuần bận rộn kế tiếp, và “{pain:lower}” ở lại phía sau.", "Bắt đầu tuần này là kết quả tháng sau."],
                "Nêu ngày thật hoặc giới hạn thật; bịa ra là mất lòng tin.",
                ["thẳng thắn", "giàu năng lượng"]),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
        Stages = new Dictionary<string, StageCopy>
        {
            ["Awareness"] = new(
                ["Bắt đầu từ việc nhìn ra thời gian và tiền đi đâu.", "Phần lớn chỉ thấy khi có người chỉ cho."],
                ["Xem {subject} hoạt động thế nào", "Xem câu chuyện hai phút", "Đọc trọn câu chuyện"],
                "Người đọc chưa biết sản phẩm: làm cho vấn đề hiện ra."),
            ["Consideration"] = new(
                ["Đặt cạnh cách làm hôm nay mà so sánh.", "Xem cách hoạt động trước khi quyết định: {feature:lower}."],
                ["So {subject} với cách của bạn", "Đặt một buổi giới thiệu ngắn", "Xem danh sách kiểm tra"],
                "Người đọc đang so sánh: trả lời những câu hỏi đứng trước quyết định."),
            ["Conversion"] = new(
                ["{offer}.", "Bước đầu tiên ngắn hơn cả việc đọc về nó."],
                ["Bắt đầu với {subject} hôm nay", "Nhận ưu đãi", "Bắt đầu ngay"],
                "Người đọc đã sẵn sàng: bỏ đi lý do cuối cùng để chờ."),
            ["Retention"] = new(
                ["Tháng thứ hai mới thấy rõ cái lợi.", "Điều đã hiệu quả một lần đáng thành thói quen."],
                ["Kể cho chúng tôi mẹo hay nhất của bạn", "Giới thiệu {subject} cho đồng nghiệp", "Thử tính năng tiếp theo"],
                "Người đọc đã là khách: giúp họ dùng được nhiều hơn."),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
        Platforms = VietnamesePosts.Platforms,
        Message = VietnamesePosts.Message,
        Profile = VietnameseProfiles.Profile,
        Strategy = VietnamesePlans.Strategy,
        Worksheet = VietnamesePlans.Worksheet,
        Editor = VietnamesePlans.Editor,
    };
}
