using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>A verb's meaning; some say at once which value the record gets: <c>pause</c> sets a status.</summary>
internal sealed record Verb(RequestAction Action, string? Value = null);

/// <summary>The words that ask for something.</summary>
internal static class Verbs
{
    private static readonly PhraseTable<Verb> Words = new PhraseTable<Verb>()
        .Add(new(RequestAction.Count), "count|how many|number of|total number|how much|đếm|bao nhiêu|có mấy|số lượng|tổng số")
        .Add(new(RequestAction.Collections), "what collections|which collections|list collections|list all collections|show collections|list the collections|các bộ sưu tập|bộ sưu tập nào|danh sách collection|các collection|collection nào|các loại dữ liệu|loại dữ liệu nào")
        .Add(new(RequestAction.Fields), "schema|fields|which fields|what fields|structure of|trường nào|các trường|cấu trúc|lược đồ|trường dữ liệu")
        .Add(new(RequestAction.Create), "create|creating|add|insert|register|set up|setup|build|launch|draft a|draft an|write a|write an|make a|make an|make me a|make new|new|i need a|i want a|tạo|tạo mới|tạo ra|thêm|thêm mới|lập|khởi tạo|soạn|viết|đăng ký|dựng|lên một")
        .Add(new(RequestAction.Update), "update|change|set|edit|modify|rename|adjust|mark|move|increase|raise|reduce|lower|assign|extend|cập nhật|sửa|sửa đổi|đổi|đổi tên|thay đổi|chỉnh|chỉnh sửa|điều chỉnh|đặt|đặt lại|chuyển|đánh dấu|tăng|giảm")
        .Add(new(RequestAction.Update, "paused"), "pause|suspend|tạm dừng|tạm ngưng")
        .Add(new(RequestAction.Update, "active"), "activate|resume|start|kích hoạt|chạy lại|khởi động")
        .Add(new(RequestAction.Update, "completed"), "complete|finish|close|hoàn thành|hoàn tất")
        .Add(new(RequestAction.Update, "cancelled"), "cancel|hủy|huỷ")
        .Add(new(RequestAction.Update, "archived"), "archive|lưu trữ")
        .Add(new(RequestAction.Update, "approved"), "approve|duyệt|phê duyệt")
        .Add(new(RequestAction.Update, "rejected"), "reject|từ chối")
        .Add(new(RequestAction.Update, "published"), "publish|xuất bản")
        .Add(new(RequestAction.Delete), "delete|remove|erase|drop|destroy|get rid of|discard|xóa|xoá|xóa bỏ|xoá bỏ|gỡ|gỡ bỏ|loại bỏ|bỏ|hủy bỏ")
        .Add(new(RequestAction.Show), "details of|detail of|details for|show details|tell me about|describe|open|look up|xem chi tiết|chi tiết|thông tin về|thông tin của|thông tin|mở|cho biết về")
        .Add(new(RequestAction.List), "list|show|display|get|fetch|find|see|view|give me|which|what are|what|do i have|do we have|are there|all the|any|liệt kê|danh sách|xem|hiển thị|cho tôi xem|cho xem|kể|nào|những gì|tìm|lấy|có những")
        .Add(new(RequestAction.Search), "research|search the web|search for|google|web search|trending|trends|xu hướng|nghiên cứu|tìm trên mạng|tra cứu");

    private static readonly PhraseTable<bool> Courtesies = new PhraseTable<bool>()
        .Add(meaning: true, "hello|hi|hey|good morning|good afternoon|good evening|thanks|thank you|help|what can you do|who are you|how do i|xin chào|chào|chào bạn|cảm ơn|cám ơn|giúp tôi với|trợ giúp|hướng dẫn|bạn làm được gì|bạn là ai|bạn có thể làm gì");

    /// <summary>The verbs of a message, in order.</summary>
    public static IReadOnlyList<PhraseMatch<Verb>> FindAll(Utterance utterance) => Words.FindAll(utterance);

    public static bool IsCourtesy(Utterance utterance) => Courtesies.FindAll(utterance).Count > 0;
}
