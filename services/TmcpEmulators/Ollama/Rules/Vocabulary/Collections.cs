using System.Buffers;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Vocabulary;

/// <summary>What people call TMCP's collections, in English and Vietnamese.</summary>
internal static class Collections
{
    private static readonly PhraseTable<CollectionWord> Words = new();
    private static readonly Dictionary<string, CollectionWord> ByName = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> SnakeCase = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    static Collections()
    {
        Add("users", "user", "users", "người dùng", "user|users|người dùng");
        Add("workspaces", "workspace", "workspaces", "không gian làm việc", "workspace|workspaces|work space|work spaces|không gian làm việc|khu vực làm việc");
        Add("brand_identities", "brand", "brands", "thương hiệu",
            "brand|brands|brand identity|brand identities|brand profile|brand profiles|thương hiệu|nhãn hiệu|nhãn hàng|bộ nhận diện|bộ nhận diện thương hiệu");
        Add("customer_personas", "persona", "personas", "chân dung khách hàng",
            "persona|personas|customer persona|customer personas|customer|customers|customer profile|customer profiles|ideal customer profile|ideal customer profiles|icp|icps|audience|audiences|target audience|chân dung|chân dung khách hàng|khách hàng|khách hàng mục tiêu|hồ sơ khách hàng|nhóm khách hàng");
        Add("media_assets", "media asset", "media assets", "tệp phương tiện",
            "media asset|media assets|media|media file|media files|asset|assets|image|images|picture|pictures|hình ảnh|tệp phương tiện|tài nguyên|ảnh");
        Add("inspiration_events", "event", "events", "sự kiện",
            "event|events|inspiration event|inspiration events|calendar event|calendar events|holiday|holidays|sự kiện|ngày lễ|dịp lễ");
        Add("social_accounts", "social account", "social accounts", "tài khoản mạng xã hội",
            "social account|social accounts|social media account|social media accounts|tài khoản mạng xã hội|tài khoản xã hội");
        Add("prompt_templates", "prompt template", "prompt templates", "mẫu lời nhắc",
            "prompt template|prompt templates|template|templates|mẫu lời nhắc|mẫu prompt");
        Add("worksheets", "worksheet", "worksheets", "worksheet",
            "worksheet|worksheets|strategy sheet|strategy sheets|work sheet|work sheets|phiếu chiến lược|bảng chiến lược|bản chiến lược|phiếu làm việc|bảng kế hoạch");
        Add("marketing_campaigns", "campaign", "campaigns", "chiến dịch",
            "campaign|campaigns|marketing campaign|marketing campaigns|chiến dịch|chiến dịch marketing|chiến dịch quảng cáo|chiến dịch tiếp thị");
        Add("master_contents", "master content", "master contents", "nội dung gốc",
            "master content|master contents|master post|master posts|content|contents|core message|core messages|nội dung|nội dung gốc|nội dung chính|thông điệp gốc");
        Add("agent_logs", "agent log", "agent logs", "nhật ký tác vụ", "agent log|agent logs|log entry|log entries|logs|nhật ký|nhật ký tác vụ");
        Add("platform_variants", "variant", "variants", "biến thể",
            "variant|variants|platform variant|platform variants|social post|social posts|facebook post|facebook posts|biến thể|bài đăng|bài đăng mạng xã hội|bài facebook|phiên bản nền tảng");
        Add("posts", "post", "posts", "bài viết", "post|posts|blog post|blog posts|article|articles|blog article|blog articles|bài viết|bài blog|bài báo");
        Add("tracking_links", "tracking link", "tracking links", "liên kết theo dõi",
            "tracking link|tracking links|tracked link|tracked links|link|links|liên kết|liên kết theo dõi|đường dẫn theo dõi");
        Add("social_interactions", "interaction", "interactions", "tương tác",
            "interaction|interactions|social interaction|social interactions|comment|comments|tương tác|bình luận");
        Add("leads", "lead", "leads", "khách hàng tiềm năng", "lead|leads|prospect|prospects|sales lead|sales leads|khách hàng tiềm năng|khách tiềm năng|đầu mối");
        Add("products_services", "product", "products", "sản phẩm",
            "product|products|service|services|product or service|products and services|products/services|sản phẩm|dịch vụ|sản phẩm dịch vụ|sản phẩm và dịch vụ");
        Add("content_briefs", "content brief", "content briefs", "bản tóm tắt nội dung",
            "content brief|content briefs|brief|briefs|bản tóm tắt nội dung|bản brief|tóm tắt nội dung|góc tiếp cận");
        Add("video_jobs", "video job", "video jobs", "tác vụ video", "video job|video jobs|video render|video renders|tác vụ video|công việc video");
    }

    /// <summary>The kinds of record that a message names, in order; a collection's own name (<c>tracking_links</c>) counts too.</summary>
    public static IReadOnlyList<PhraseMatch<CollectionWord>> FindAll(Utterance utterance)
    {
        var found = Words.FindAll(utterance).ToList();
        foreach (var span in SnakeCaseWords(utterance))
        {
            if (!found.Exists(match => match.Span.Overlaps(span)))
                found.Add(new PhraseMatch<CollectionWord>(span, Of(utterance.Lower[span.Start..span.End]), utterance[span]));
        }

        found.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return found;
    }

    /// <summary>The word for a collection, also for one that the vocabulary does not have.</summary>
    public static CollectionWord Of(string collection) =>
        ByName.TryGetValue(collection, out var word)
            ? word
            : new CollectionWord(collection, $"record of {collection}", $"records of {collection}", $"bản ghi {collection}");

    /// <summary>
    /// The collection that a relation field points to, by the field's name: <c>brand_id</c>, <c>brandRefs</c>, <c>master_content_id</c>.
    /// </summary>
    public static CollectionWord? OfField(string field)
    {
        if (field is "owner" or "owner_id" or "members" or "user" or "user_id")
            return Of("users");
        var name = field.Replace("_ids", "", StringComparison.Ordinal).Replace("_id", "", StringComparison.Ordinal)
            .Replace("Refs", "", StringComparison.Ordinal).Replace("Ids", "", StringComparison.Ordinal)
            .Replace("Id", "", StringComparison.Ordinal).Replace('_', ' ');
        var matches = Words.FindAll(new Utterance(name));
        return matches.Count == 1 && matches[0].Span.Length == name.Length ? matches[0].Meaning : null;
    }

    private static void Add(string collection, string one, string many, string vietnamese, string phrases)
    {
        var word = new CollectionWord(collection, one, many, vietnamese);
        ByName.Add(collection, word);
        Words.Add(word, phrases);
        if (collection.Contains('_', StringComparison.Ordinal))
            Words.Add(word, collection);
    }

    private static IEnumerable<Span> SnakeCaseWords(Utterance utterance)
    {
        for (var position = 0; position < utterance.Lower.Length; position++)
        {
            if (!char.IsAsciiLetter(utterance.Lower[position]))
                continue;
            var word = utterance.WordAt(position);
            var text = utterance.Lower.AsSpan(word.Start, word.Length);
            if (text[1..].Contains('_') && !text.ContainsAnyExcept(SnakeCase))
                yield return word;
            position = Math.Max(position, word.End - 1);
        }
    }
}
