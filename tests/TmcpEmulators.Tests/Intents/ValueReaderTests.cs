using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Values;

namespace TmcpEmulators.Tests.Intents;

public sealed class ValueReaderTests
{
    private static readonly CollectionSchema Campaigns = CollectionSchema.Read(JsonNode.Parse("""
        [
          {"name":"id","type":"text","required":true},
          {"name":"workspace_id","type":"relation","required":true,"collectionId":"workspaces00000","maxSelect":1},
          {"name":"name","type":"text","required":true,"max":255},
          {"name":"campaign_type","type":"select","required":false,"values":["awareness","conversion","retargeting","newsletter","social_series"]},
          {"name":"status","type":"select","required":true,"values":["planned","active","paused","completed","cancelled"]},
          {"name":"budget","type":"number","required":false},
          {"name":"kpi_targets","type":"json","required":false},
          {"name":"start_date","type":"date","required":false},
          {"name":"end_date","type":"date","required":false},
          {"name":"product_id","type":"relation","required":false,"collectionId":"productservice","maxSelect":1}
        ]
        """))!;

    private static readonly CollectionSchema Leads = CollectionSchema.Read(JsonNode.Parse("""
        [
          {"name":"name","type":"text","required":true},
          {"name":"email","type":"email","required":false},
          {"name":"phone","type":"text","required":false},
          {"name":"source","type":"select","required":false,"values":["web","social","email","referral","other"]},
          {"name":"status","type":"select","required":true,"values":["new","contacted","qualified","converted","lost"]}
        ]
        """))!;

    [Theory]
    [InlineData("create a campaign named \"X\" with budget 5000", """{"budget":5000}""")]
    [InlineData("create a campaign named \"X\" with a budget of $10,000", """{"budget":10000}""")]
    [InlineData("create a campaign named \"X\" with a 2.5k budget", """{"budget":2500}""")]
    [InlineData("create a campaign named \"X\", budget: 1500.50, status active", """{"budget":1500.5,"status":"active"}""")]
    [InlineData("create an awareness campaign named \"X\"", """{"campaign_type":"awareness"}""")]
    [InlineData("create a campaign named \"X\" of type newsletter", """{"campaign_type":"newsletter"}""")]
    [InlineData("create a campaign named \"X\" from 2026-03-01 to 2026-03-31", """{"start_date":"2026-03-01 00:00:00.000Z","end_date":"2026-03-31 00:00:00.000Z"}""")]
    [InlineData("create a campaign named \"X\" starting March 1, 2026 and ending 31 March 2026 with budget 20", """{"start_date":"2026-03-01 00:00:00.000Z","end_date":"2026-03-31 00:00:00.000Z","budget":20}""")]
    [InlineData("create a campaign named \"X\" with start date 2026-03-01 and end date 2026-04-01", """{"start_date":"2026-03-01 00:00:00.000Z","end_date":"2026-04-01 00:00:00.000Z"}""")]
    [InlineData("create a campaign named \"X\" starting tomorrow", """{"start_date":"2026-01-02 00:00:00.000Z"}""")]
    [InlineData("change the budget of campaign Summer Sale to 900", """{"budget":900}""")]
    [InlineData("change the budget of campaign \"Summer 2025\" from 100 to 900", """{"budget":900}""")]
    [InlineData("set the status of campaign \"X\" to completed", """{"status":"completed"}""")]
    [InlineData("set status from planned to active for campaign \"X\"", """{"status":"active"}""")]
    [InlineData("mark campaign \"X\" as completed", """{"status":"completed"}""")]
    [InlineData("pause the campaign \"X\"", """{"status":"paused"}""")]
    [InlineData("update campaign \"X\": budget 10, status paused", """{"budget":10,"status":"paused"}""")]
    [InlineData("tạo chiến dịch tên là \"X\" với ngân sách 5 triệu", """{"budget":5000000}""")]
    [InlineData("tạo chiến dịch tên là \"X\" ngân sách 5.000.000 đồng trạng thái đang chạy", """{"budget":5000000,"status":"active"}""")]
    [InlineData("tạo chiến dịch \"X\" từ ngày 01/03/2026 đến ngày 31/03/2026", """{"start_date":"2026-03-01 00:00:00.000Z","end_date":"2026-03-31 00:00:00.000Z"}""")]
    [InlineData("tạo chiến dịch nhận diện tên là \"X\"", """{"campaign_type":"awareness"}""")]
    [InlineData("đổi ngân sách của chiến dịch \"X\" thành 900", """{"budget":900}""")]
    [InlineData("đổi trạng thái chiến dịch \"X\" sang tạm dừng", """{"status":"paused"}""")]
    [InlineData("chuyển chiến dịch \"X\" sang hoàn thành", """{"status":"completed"}""")]
    [InlineData("create a campaign named \"X\" with kpi targets {\"views\":100}", """{"kpi_targets":{"views":100}}""")]
    public void Values_of_a_campaign_are_read(string text, string expected) => AssertValues(Campaigns, text, expected);

    [Theory]
    [InlineData("add a lead named \"An\" with email an@example.com and phone 0901234567", """{"email":"an@example.com","phone":"0901234567"}""")]
    [InlineData("add a lead named \"An\", source web, email an@example.com", """{"source":"web","email":"an@example.com"}""")]
    [InlineData("update lead \"An\" with new phone 0987654321", """{"phone":"0987654321"}""")]
    [InlineData("add a lead named An with email an@example.com for campaign \"X\"", """{"email":"an@example.com"}""")]
    [InlineData("list new leads", """{"status":"new"}""")]
    [InlineData("thêm khách hàng tiềm năng tên là \"An\" email an@example.com nguồn giới thiệu", """{"email":"an@example.com","source":"referral"}""")]
    public void Values_of_a_lead_are_read(string text, string expected) => AssertValues(Leads, text, expected);

    [Fact]
    public void Value_that_a_select_does_not_have_is_refused()
    {
        var values = ValueReader.Read(Campaigns, IntentReader.Read("set the status of campaign \"X\" to sleeping"), new DateOnly(2026, 1, 1));

        Assert.Equal("status", Assert.Single(values.Refused).Name);
    }

    [Fact]
    public void Relation_takes_the_record_that_the_message_names()
    {
        var values = ValueReader.Read(Campaigns, IntentReader.Read("create a campaign named \"X\" for product \"Jasmine\""), new DateOnly(2026, 1, 1));

        var (field, wanted) = Assert.Single(values.Relations);
        Assert.Equal(("product_id", "Jasmine"), (field.Name, wanted.Name));
    }

    private static void AssertValues(CollectionSchema schema, string text, string expected)
    {
        var values = ValueReader.Read(schema, IntentReader.Read(text), new DateOnly(2026, 1, 1));

        Assert.Empty(values.Refused);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), values.Data), $"expected {expected}\nbut was {values.Data.ToJsonString()}");
    }
}
