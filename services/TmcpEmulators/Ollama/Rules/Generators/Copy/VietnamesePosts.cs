using System.Collections.Frozen;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>Vietnamese posts, platform by platform.</summary>
internal static class VietnamesePosts
{
    public static FrozenDictionary<string, PlatformCopy> Platforms { get; } = new Dictionary<string, PlatformCopy>
    {
        ["twitter"] = new(
            [new(0, "{core1}"), new(3, "{benefit}. {feature}.", "{slogan}."), new(1, "👉 {cta}")],
            2, "Mỗi bài một ý; đường dẫn để ở phản hồi đầu tiên."),
        ["facebook"] = new(
            [
                new(0, "{core1}"),
                new(4, "{person} biết rõ chuyện này: {pain:lower}. Có lẽ bạn cũng vậy.", "“{pain}”: có lẽ bạn cũng gặp."),
                new(1, "{rest}"),
                new(3, "✅ {feature}\n✅ {feature+1}\n✅ {benefit}", "✅ {feature}\n✅ {benefit}", "✅ {benefit}"),
                new(2, "🎁 {offer}."),
                new(0, "👉 {cta}"),
                new(5, "Ở chỗ bạn thì sao? Kể cho chúng tôi ở phần bình luận nhé."),
            ],
            3, "Đăng từ 19:00 đến 21:00, kèm một hình; trả lời những bình luận đầu trong vòng một giờ."),
        ["instagram"] = new(
            [
                new(0, "{core1} ✨"),
                new(1, "{rest}"),
                new(2, "🌿 {benefit}\n📱 {feature}\n💬 {goal}", "🌿 {benefit}\n📱 {feature}", "🌿 {benefit}"),
                new(4, "💾 Lưu lại cho ngày lên kế hoạch nhé."),
                new(0, "👉 {cta} – đường dẫn ở phần tiểu sử."),
            ],
            8, "Hình vuông hoặc nhiều hình; dòng đầu phải tự đứng được."),
        ["linkedin"] = new(
            [
                new(0, "{core1}"),
                new(3, "Đằng sau là điều nhiều đội ngũ đều biết: {pain:lower}. Hiếm khi có một nguyên nhân lớn; thường là ba nguyên nhân nhỏ."),
                new(1, "{rest}"),
                new(2, "Điều có hiệu quả:\n• {feature}\n• {feature+1}\n• {benefit}", "Điều có hiệu quả:\n• {feature}\n• {benefit}", "Điều có hiệu quả: {benefit:lower}."),
                new(4, "{positioning}."),
                new(0, "{cta}."),
                new(5, "Kinh nghiệm của anh chị thế nào?"),
            ],
            3, "Sáng thứ Ba đến thứ Năm; không đặt đường dẫn trong bài."),
        ["tiktok"] = new(
            [
                new(1, "POV: {pain:lower} 😅", "POV: cuối cùng cũng ổn 😌"),
                new(0, "{core1}"),
                new(3, "0–3 giây: {hook}\n3–10 giây: {feature}\n10–20 giây: {benefit}", "0–3 giây: {hook}\n3–15 giây: {benefit}"),
                new(0, "{cta} ⬇️"),
            ],
            5, "Quay dọc, nói câu mở đầu trong ba giây, có phụ đề."),
        ["youtube"] = new(
            [
                new(0, "{title}"),
                new(1, "{core}"),
                new(2, "Trong video này\n00:00 {hook}\n00:20 {pain}\n01:00 {feature}\n01:40 {benefit}", "Trong video này\n00:00 {hook}\n00:30 {benefit}"),
                new(3, "🎁 {offer}."),
                new(0, "👉 {cta}"),
                new(4, "Đăng ký để xem thêm từ {brand}."),
            ],
            3, "Hai dòng đầu hiện sẵn; các chương cần bắt đầu từ 00:00."),
        ["blog"] = new(
            [
                new(0, "# {title}"),
                new(0, "{core}"),
                new(1, "## Điều ở phía sau\n\nÍt người nói ra, phần lớn đều biết:\n\n- {pain}\n- {pain+1}", "## Điều ở phía sau\n\nÍt người nói ra, phần lớn đều biết: {pain:lower}.", "## Điều ở phía sau\n\nHiếm khi là một chuyện lớn. Đó là một chuyện nhỏ, ngày nào cũng lặp lại."),
                new(3, "Không cần ai lơ đễnh. Chỉ cần một tuần bình thường, hai kênh bán và một người ôm hết mọi việc."),
                new(2, "## Điều thay đổi\n\n{about}. {usp}.", "## Điều thay đổi\n\n{about}.", "## Điều thay đổi\n\n{usp}.", "## Điều thay đổi\n\n{value}."),
                new(2, "1. **{feature}**: ngay ngày đầu đã thấy khác.\n2. **{feature+1}**: điều trước đây phải nhớ nay đã được ghi lại.\n3. **{feature+2}**: không việc gì phải làm hai lần.", "1. **{feature}**: ngay ngày đầu đã thấy khác.\n2. **{feature+1}**: điều trước đây phải nhớ nay đã được ghi lại.", "**{feature}**: ngay ngày đầu đã thấy khác."),
                new(2, "## Điều nhận được\n\n- {benefit}\n- {benefit+1}", "## Điều nhận được\n\n{benefit}."),
                new(3, "Với những người như {person}, rốt cuộc chỉ là một điều: {goal:lower}."),
                new(4, "> {slogan}"),
                new(0, "## Bước tiếp theo\n\n{offer}. **{cta}.**", "## Bước tiếp theo\n\n**{cta}.**"),
            ],
            0, "Dẫn về bài này từ bản tin; phần mô tả hiện trong kết quả tìm kiếm."),
        ["email"] = new(
            [
                new(0, "Tiêu đề: {title}"),
                new(0, "Chào bạn,"),
                new(0, "{core}"),
                new(3, "{benefit}: rốt cuộc là vậy."),
                new(2, "{offer}."),
                new(0, "→ {cta}"),
                new(1, "Thân mến\n{brand}"),
            ],
            0, "Tiêu đề dưới 50 ký tự; gửi vào buổi sáng ngày làm việc."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static MessageCopy Message { get; } = new(
        Answers:
        [
            "Với {product}, mọi thứ đơn giản: {benefit:lower}.",
            "{product}: {benefit:lower}, nhờ {feature:lower}.",
            "{product} sinh ra cho việc đó: {usp:lower}.",
            "{brand} đứng về điều đó: {slogan:lower}.",
            "{subject} giúp đúng việc đó.",
            "Có một cách đơn giản hơn.",
        ],
        Extended:
        [
            ["Bạn biết cảnh này: {pain:lower}. Rồi lại thêm: {pain+1:lower}.", "Bạn biết cảnh này: {pain:lower}."],
            ["{about}. {usp}.", "{about}.", "{usp}.", "{mission}."],
            ["Bạn có: {feature:lower}, {feature+1:lower} và trên hết là {benefit:lower}.", "Bạn có: {feature:lower} và trên hết là {benefit:lower}.", "Bạn có: {benefit:lower}."],
            ["Với những người như {person}, rốt cuộc chỉ là một điều: {goal:lower}."],
            ["{offer}."],
        ],
        Brief:
        [
            "Mở bằng “{pain:lower}” đúng như người đọc vẫn gặp, chưa nhắc sản phẩm.",
            "Rồi cho thấy {feature:lower} trong một hình ảnh thật.",
            "Chứng minh bằng một kết quả: {benefit:lower}.",
            "Kết bằng lời kêu gọi, không thêm gì nữa.",
        ],
        Notes: ["Xoay quanh “{angle}”, giọng {tone}.", "Giọng {tone}."],
        Foreign: "Yêu cầu là {language}; trình giả lập chỉ viết tiếng Việt và tiếng Anh.",
        NoAngle: ["“{pain}” không nhất thiết phải có.", "{goal}: có thể đơn giản như vậy.", "{value}.", "{slogan}.", "Điều tốt có thể đơn giản."]);
}
