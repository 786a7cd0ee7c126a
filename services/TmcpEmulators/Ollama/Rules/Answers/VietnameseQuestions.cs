using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Answers;

internal sealed class VietnameseQuestions : IQuestions
{
    public string Kind =>
        "Bạn muốn nói loại bản ghi nào: chiến dịch, thương hiệu, khách hàng, worksheet, sản phẩm, sự kiện, nội dung, biến thể, bài viết hay khách hàng tiềm năng?";

    public string NameMark => "Nên đặt tên là gì?";

    public string WhichMark => "Bạn muốn nói mục nào?";

    public string WhichRecordMark => "Tên của nó là gì?";

    public string WorkspaceMark => "Dùng cho không gian làm việc nào?";

    public string ParentMark => "Hãy cho biết tên";

    public string FieldMark => "Hãy cho biết giá trị của";

    public string ChangesMark => "Cần thay đổi gì?";

    public string Name(CollectionWord word) => $"Tôi có thể tạo {word.Vietnamese}. {NameMark}";

    public string Which(CollectionWord word, string name, IEnumerable<string> candidates) =>
        $"Có nhiều {word.Vietnamese} khớp với \"{name}\":\n{Bullets(candidates)}\n{WhichMark} Hãy trả lời bằng id.";

    public string WhichRecord(CollectionWord word) => $"Bạn muốn nói {word.Vietnamese} nào? {WhichRecordMark}";

    public string Workspace(IEnumerable<string> candidates) => $"Bạn có nhiều không gian làm việc:\n{Bullets(candidates)}\n{WorkspaceMark} Hãy trả lời bằng tên.";

    public string Parent(CollectionWord word, CollectionWord target, IEnumerable<string> candidates) =>
        $"Một {word.Vietnamese} thuộc về một {target.Vietnamese}. Hiện có:\n{Bullets(candidates)}\n{ParentMark} \"{target.Vietnamese}\": đó là mục nào?";

    public string Field(CollectionWord word, string field) => $"Cần thêm thông tin cho {word.Vietnamese}. {FieldMark} \"{field}\": giá trị nào?";

    public string Value(string field, IEnumerable<string> values) =>
        $"Trường {field} chỉ có các giá trị: {string.Join(", ", values)}. {FieldMark} \"{field}\": giá trị nào?";

    public string Changes(CollectionWord word, string record, IEnumerable<string> fields) =>
        $"Tôi đã tìm thấy {word.Vietnamese} {record}. {ChangesMark} Các trường: {string.Join(", ", fields)}.";

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));
}
