using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Tests.Intents;

/// <summary>The same requests for every kind of record that the hub has, in both languages.</summary>
public sealed class EveryCollectionTests
{
    public static TheoryData<string> Collections =>
    [
        "workspaces", "brand_identities", "customer_personas", "media_assets", "inspiration_events", "social_accounts", "prompt_templates", "worksheets", "marketing_campaigns",
        "master_contents", "agent_logs", "platform_variants", "posts", "tracking_links", "social_interactions", "leads", "products_services", "content_briefs", "video_jobs",
    ];

    [Theory]
    [MemberData(nameof(Collections))]
    public void English_requests_are_understood(string collection)
    {
        var word = Ollama.Rules.Vocabulary.Collections.Of(collection);

        Check($"list {word.Many}", RequestAction.List, word, name: null);
        Check($"show me all {word.Many}", RequestAction.List, word, name: null);
        Check($"how many {word.Many} are there?", RequestAction.Count, word, name: null);
        Check($"create a {word.One} called Green Tea", RequestAction.Create, word, "Green Tea");
        Check($"create a new {word.One} named \"Green Tea\"", RequestAction.Create, word, "Green Tea");
        Check($"rename the {word.One} Green Tea to Lotus", RequestAction.Update, word, "Green Tea");
        Check($"update the {word.One} \"Green Tea\"", RequestAction.Update, word, "Green Tea");
        Check($"delete the {word.One} \"Green Tea\"", RequestAction.Delete, word, "Green Tea");
        Check($"show {word.One} \"Green Tea\"", RequestAction.Show, word, "Green Tea");
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void Vietnamese_requests_are_understood(string collection)
    {
        var word = Ollama.Rules.Vocabulary.Collections.Of(collection);

        Check($"liệt kê {word.Vietnamese}", RequestAction.List, word, name: null);
        Check($"xem các {word.Vietnamese}", RequestAction.List, word, name: null);
        Check($"có bao nhiêu {word.Vietnamese}?", RequestAction.Count, word, name: null);
        Check($"tạo {word.Vietnamese} Trà Xanh", RequestAction.Create, word, "Trà Xanh");
        Check($"tạo {word.Vietnamese} mới tên là \"Trà Xanh\"", RequestAction.Create, word, "Trà Xanh");
        Check($"đổi tên {word.Vietnamese} Trà Xanh thành Sen", RequestAction.Update, word, "Trà Xanh");
        Check($"cập nhật {word.Vietnamese} \"Trà Xanh\"", RequestAction.Update, word, "Trà Xanh");
        Check($"xóa {word.Vietnamese} \"Trà Xanh\"", RequestAction.Delete, word, "Trà Xanh");
    }

    [Theory]
    [InlineData("create an event called Open day 2026-12-01", "Open day")]
    [InlineData("tạo sự kiện Ngày hội ngày 1/12/2026", "Ngày hội")]
    [InlineData("create an event called \"Launch 2026-12-01\"", "Launch 2026-12-01")]
    public void A_date_behind_a_name_is_no_part_of_it(string message, string name) => Assert.Equal(name, IntentReader.Read(message).Name);

    private static void Check(string message, RequestAction action, CollectionWord word, string? name)
    {
        var intent = IntentReader.Read(message);

        Assert.True(
            (intent.Action, intent.Word?.Collection, intent.Name) == (action, word.Collection, name),
            $"{message}: {intent.Action} {intent.Word?.Collection} '{intent.Name}'");
    }
}
