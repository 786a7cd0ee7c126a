using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Answers;
using static TmcpEmulators.Tests.Planning.StoredRecords;

namespace TmcpEmulators.Tests.Planning;

/// <summary>Whole conversations against a store in memory, in both styles that clients have.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Campaign_is_created_listed_updated_and_deleted_in_English(int style)
    {
        var store = Stores.Empty();
        var talk = new Dialogue(store, (DialogueStyle)style);

        var created = talk.Say("Create a campaign named \"Summer Sale\" with budget 5000, from 2026-06-01 to 2026-06-30");
        var record = Assert.Single(store["marketing_campaigns"]);
        Assert.Equal(["get_collection_schema", "list_records", "create_record"], talk.Calls);
        Assert.Equal("5000 2026-06-01 00:00:00.000Z 2026-06-30 00:00:00.000Z planned", Values(record, "budget", "start_date", "end_date", "status"));
        Assert.Equal(Id(store["workspaces"][0]), Id(record, "workspace_id"));
        Assert.Contains($"\"Summer Sale\" (id {Id(record)})", created, StringComparison.Ordinal);
        Assert.EndsWith(AnswerLanguages.English.Notice, created, StringComparison.Ordinal);

        var listed = talk.Say("list campaigns");
        Assert.Equal(["list_records"], talk.Calls);
        Assert.Contains("Found 1 campaign:", listed, StringComparison.Ordinal);
        Assert.Contains("Summer Sale", listed, StringComparison.Ordinal);

        var updated = talk.Say("set the status of campaign Summer Sale to active");
        Assert.Equal(["get_collection_schema", "list_records", "update_record"], talk.Calls);
        Assert.Equal("active", Id(record, "status"));
        Assert.Contains("status active", updated, StringComparison.Ordinal);

        var shown = talk.Say("show campaign \"Summer Sale\"");
        Assert.Equal("get_record", talk.Calls[^1]);
        Assert.Contains("budget: 5000", shown, StringComparison.Ordinal);

        var counted = talk.Say("How many campaigns are there?");
        Assert.Contains("There is 1 campaign.", counted, StringComparison.Ordinal);

        var deleted = talk.Say("delete the campaign Summer Sale");
        Assert.Empty(store["marketing_campaigns"]);
        Assert.Contains("Deleted the campaign \"Summer Sale\"", deleted, StringComparison.Ordinal);

        Assert.Contains("no campaigns", talk.Say("list campaigns"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Campaign_is_created_listed_updated_and_deleted_in_Vietnamese(int style)
    {
        var store = Stores.Empty();
        var talk = new Dialogue(store, (DialogueStyle)style);

        var created = talk.Say("Tạo chiến dịch tên là \"Hè Rực Rỡ\" với ngân sách 5 triệu");
        var record = Assert.Single(store["marketing_campaigns"]);
        Assert.Equal("Hè Rực Rỡ 5000000", Values(record, "name", "budget"));
        Assert.Contains("Đã tạo chiến dịch \"Hè Rực Rỡ\"", created, StringComparison.Ordinal);
        Assert.EndsWith(AnswerLanguages.Vietnamese.Notice, created, StringComparison.Ordinal);

        Assert.Contains("Tìm thấy 1 chiến dịch", talk.Say("liệt kê các chiến dịch"), StringComparison.Ordinal);
        Assert.Contains("Đã cập nhật", talk.Say("đổi ngân sách của chiến dịch Hè Rực Rỡ thành 900"), StringComparison.Ordinal);
        Assert.Equal("900", Values(record, "budget"));
        Assert.Contains("Đã cập nhật", talk.Say("đổi tên chiến dịch \"Hè Rực Rỡ\" thành \"Thu Vàng\""), StringComparison.Ordinal);
        Assert.Equal("Thu Vàng", Values(record, "name"));
        Assert.Contains("Có 1 chiến dịch", talk.Say("có bao nhiêu chiến dịch?"), StringComparison.Ordinal);
        Assert.Contains("Đã xóa chiến dịch \"Thu Vàng\"", talk.Say("xóa chiến dịch Thu Vàng"), StringComparison.Ordinal);
        Assert.Empty(store["marketing_campaigns"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Missing_name_is_asked_for_and_the_answer_completes_the_request(int style)
    {
        var store = Stores.Empty();
        var talk = new Dialogue(store, (DialogueStyle)style);

        Assert.Contains("What should it be called?", talk.Say("create a campaign with budget 700"), StringComparison.Ordinal);
        Assert.Empty(store["marketing_campaigns"]);
        talk.Say("Summer Sale");

        Assert.Equal("Summer Sale 700", Values(Assert.Single(store["marketing_campaigns"]), "name", "budget"));
    }

    [Fact]
    public void Required_text_is_asked_for()
    {
        var store = Stores.Empty();
        var talk = new Dialogue(store);

        Assert.Contains("\"content\"", talk.Say("create a comment named \"fan42\""), StringComparison.Ordinal);
        talk.Say("I love this tea");

        Assert.Equal("fan42 I love this tea", Values(Assert.Single(store["social_interactions"]), "platform_user_id", "content"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Several_matches_are_asked_about_and_an_id_decides(int style)
    {
        var store = Stores.Empty();
        var first = AddCampaign(store, "Summer Sale North");
        AddCampaign(store, "Summer Sale South");
        var talk = new Dialogue(store, (DialogueStyle)style);

        var question = talk.Say("delete campaign \"Summer Sale\"");
        Assert.Contains("Which one do you mean?", question, StringComparison.Ordinal);
        Assert.Equal(2, store["marketing_campaigns"].Count);
        talk.Say(Id(first));

        Assert.Equal("Summer Sale South", Values(Assert.Single(store["marketing_campaigns"]), "name"));
    }

    [Theory]
    [InlineData("delete it")]
    [InlineData("xóa nó")]
    public void It_is_the_record_of_the_last_answer(string message)
    {
        var store = Stores.Empty();
        AddCampaign(store, "Other");
        var talk = new Dialogue(store);
        talk.Say("create a campaign named \"Summer Sale\"");

        talk.Say(message);

        Assert.Equal("Other", Values(Assert.Single(store["marketing_campaigns"]), "name"));
    }


    [Fact]
    public void Conditions_become_a_filter()
    {
        var store = Stores.Empty();
        AddCampaign(store, "A", status: "active");
        AddCampaign(store, "B");
        var talk = new Dialogue(store);

        var answer = talk.Say("list active campaigns");

        Assert.Equal("status = \"active\"", talk.Arguments[^1]["filter"]!.GetValue<string>());
        Assert.Contains("Found 1 campaign:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_another_record_are_counted()
    {
        var store = Stores.Empty();
        var campaign = AddCampaign(store, "Summer Sale");
        store.Insert("leads", new JsonObject { ["name"] = "An", ["campaign_id"] = Id(campaign) });
        store.Insert("leads", new JsonObject { ["name"] = "Binh" });

        var answer = new Dialogue(store).Say("How many leads does campaign \"Summer Sale\" have?");

        Assert.Contains("There is 1 lead.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_that_does_not_exist_is_refused_with_those_that_do()
    {
        var store = Stores.Empty();
        AddCampaign(store, "Summer Sale");

        var answer = new Dialogue(store).Say("set the status of campaign \"Summer Sale\" to sleeping");

        Assert.Contains("planned, active, paused, completed, cancelled", answer, StringComparison.Ordinal);
        Assert.Equal("planned", Values(store["marketing_campaigns"][0], "status"));
    }

    [Fact]
    public void Error_of_a_tool_is_reported_as_it_is()
    {
        var talk = new Dialogue(Stores.Empty())
        {
            Intercept = (tool, _) => tool == "create_record" ? "Error: PocketBase API Error: {\"message\":\"Failed to create record.\"}" : null,
        };

        var answer = talk.Say("create a campaign named \"Summer Sale\"");

        Assert.Contains("did not work", answer, StringComparison.Ordinal);
        Assert.Contains("Failed to create record.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Created", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_record_changes_nothing()
    {
        var store = Stores.Empty();
        AddCampaign(store, "Other");

        var answer = new Dialogue(store).Say("delete campaign \"Summer Sale\"");

        Assert.Contains("no campaign named \"Summer Sale\"", answer, StringComparison.Ordinal);
        Assert.Single(store["marketing_campaigns"]);
    }

    [Fact]
    public void Deleting_everything_at_once_is_declined()
    {
        var store = Stores.Empty();
        AddCampaign(store, "Summer Sale");

        var answer = new Dialogue(store).Say("delete all campaigns");

        Assert.Contains("one record at a time", answer, StringComparison.Ordinal);
        Assert.Single(store["marketing_campaigns"]);
    }
}
