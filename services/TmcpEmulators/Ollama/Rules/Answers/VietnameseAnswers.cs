using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Answers;

internal sealed class VietnameseAnswers : IAnswers
{
    public string Notice => "(Câu trả lời của trình giả lập mô hình TMCP, không phải của mô hình ngôn ngữ.)";

    public IQuestions Ask { get; } = new VietnameseQuestions();

    public string NoWorkspace => "Bạn chưa có không gian làm việc nào mà bản ghi này cần một cái. Hãy tạo không gian làm việc trước.";

    public string OneAtATime => "Tôi chỉ sửa hoặc xóa từng bản ghi một. Hãy nói tên bản ghi bạn muốn.";

    public string OnlyTheFirst => "Đó là yêu cầu đầu tiên. Mỗi tin nhắn tôi chỉ làm một yêu cầu: hãy gửi riêng yêu cầu tiếp theo.";

    public string Help =>
        "Xin chào! Tôi có thể liệt kê, xem, đếm, tạo, cập nhật và xóa các bản ghi của TMCP: chiến dịch, thương hiệu, khách hàng, worksheet, sản phẩm, " +
        "sự kiện, nội dung, biến thể, bài viết, khách hàng tiềm năng và nhiều loại khác. Ví dụ: tạo chiến dịch tên là \"Hè Rực Rỡ\" với ngân sách 5000.";

    public string Required => "bắt buộc";

    public string Found(CollectionWord word, int shown, double total) =>
        shown < total ? $"Tìm thấy {total} {word.Vietnamese}; {shown} mục đầu:" : $"Tìm thấy {total} {word.Vietnamese}:";

    public string FoundPart(CollectionWord word, int shown) => $"Danh sách {word.Vietnamese} quá dài, chỉ đọc được {shown} mục đầu:";

    public string NoneFound(CollectionWord word) => $"Không có {word.Vietnamese} nào.";

    public string Counted(CollectionWord word, double count) => $"Có {count} {word.Vietnamese}.";

    public string Conditions(string filter) => $"Điều kiện: {filter}";

    public string Details(CollectionWord word, string record) => $"Đây là {word.Vietnamese} {record}:";

    public string Created(CollectionWord word, string record) => $"Đã tạo {word.Vietnamese} {record}.";

    public string Updated(CollectionWord word, string record) => $"Đã cập nhật {word.Vietnamese} {record}.";

    public string Deleted(CollectionWord word, string record) => $"Đã xóa {word.Vietnamese} {record}.";

    public string ValuesSet(IEnumerable<string> values) => $"Giá trị: {string.Join(", ", values)}.";

    public string Ignored(IEnumerable<string> records) => $"Không dùng đến, vì không có chỗ cho: {string.Join(", ", records)}.";

    public string NotFound(CollectionWord word, string name) => $"Tôi không tìm thấy {word.Vietnamese} nào tên \"{name}\". Chưa có gì thay đổi.";

    public string NoneToLinkTo(CollectionWord word, CollectionWord target) =>
        $"Một {word.Vietnamese} cần một {target.Vietnamese}, nhưng chưa có. Hãy tạo {target.Vietnamese} trước.";

    public string FieldsOf(CollectionWord word, IEnumerable<string> fields) => $"Các trường của {word.Vietnamese}:\n{Bullets(fields)}";

    public string CollectionsAre(IEnumerable<string> names) => $"Có các bộ sưu tập sau:\n{Bullets(names)}";

    public string SearchGave(string query, IEnumerable<string> lines) => $"Kết quả tìm kiếm cho \"{query}\":\n{Bullets(lines)}";

    public string SearchGaveNothing(string query) => $"Không có kết quả tìm kiếm cho \"{query}\".";

    public string ToolFailed(string tool, string error) => $"Không thực hiện được: công cụ {tool} trả lời \"{error}\".";

    public string ToolUnreadable(string tool) => $"Tôi không đọc được câu trả lời của công cụ {tool} nên dừng ở đây.";

    public string ToolMissing(string tool) => $"Tôi cần công cụ {tool} cho việc này nhưng ở đây không có.";

    public string NeedsFile(CollectionWord word) => $"Một {word.Vietnamese} cần một tệp, mà tôi không tải tệp lên được. Hãy tải lên trong hub.";

    public string NotUnderstood(string request) =>
        $"Tôi chưa hiểu \"{request}\". Hãy nói cần làm gì (liệt kê, xem, đếm, tạo, cập nhật, xóa) với bản ghi nào, ví dụ: liệt kê chiến dịch.";

    public string PlainAnswer(string request, IEnumerable<string> keywords)
    {
        var topics = string.Join(", ", keywords);
        return topics.Length == 0 ? $"Bạn đã viết: \"{request}\"." : $"Bạn đã viết: \"{request}\". Nội dung nói về: {topics}. Ngoài đoạn này tôi không biết gì thêm.";
    }

    public string Record(string title, string id) => $"\"{title}\" (id {id})";

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));
}
