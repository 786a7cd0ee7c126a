using TmcpEmulators.Ollama.Rules.Intents;

namespace TmcpEmulators.Tests.Intents;

public sealed class IntentReaderTests
{
    [Theory]
    [InlineData("list campaigns", "List marketing_campaigns")]
    [InlineData("List all campaigns", "List marketing_campaigns")]
    [InlineData("show me my campaigns", "List marketing_campaigns")]
    [InlineData("Show campaigns", "List marketing_campaigns")]
    [InlineData("What campaigns do we have?", "List marketing_campaigns")]
    [InlineData("Which campaigns are there?", "List marketing_campaigns")]
    [InlineData("which brands exist", "List brand_identities")]
    [InlineData("display the personas", "List customer_personas")]
    [InlineData("show the new leads", "List leads")]
    [InlineData("get all worksheets please", "List worksheets")]
    [InlineData("Can you list our products?", "List products_services")]
    [InlineData("list customers", "List customer_personas")]
    [InlineData("list workspaces", "List workspaces")]
    [InlineData("give me the blog posts", "List posts")]
    [InlineData("list content briefs", "List content_briefs")]
    [InlineData("find events", "List inspiration_events")]
    [InlineData("list active campaigns", "List marketing_campaigns")]
    [InlineData("list records of tracking_links", "List tracking_links")]
    [InlineData("show social accounts", "List social_accounts")]
    [InlineData("show campaign Summer Sale", "Show marketing_campaigns 'Summer Sale'")]
    [InlineData("show the campaign \"Summer Sale\"", "Show marketing_campaigns 'Summer Sale'")]
    [InlineData("show me the \"Summer Sale\" campaign", "Show marketing_campaigns 'Summer Sale'")]
    [InlineData("Show details of brand Lotus Tea", "Show brand_identities 'Lotus Tea'")]
    [InlineData("tell me about the product called Jasmine Tea", "Show products_services 'Jasmine Tea'")]
    [InlineData("find the lead named An Nguyen", "Show leads 'An Nguyen'")]
    [InlineData("show campaign with id abc123def456ghi", "Show marketing_campaigns #abc123def456ghi")]
    [InlineData("Create a campaign named \"Summer Sale\"", "Create marketing_campaigns 'Summer Sale'")]
    [InlineData("create a campaign called Summer Sale with budget 5000", "Create marketing_campaigns 'Summer Sale'")]
    [InlineData("Please create a new campaign: \"Black Friday\" with a budget of $10,000", "Create marketing_campaigns 'Black Friday'")]
    [InlineData("create campaign Summer Sale", "Create marketing_campaigns 'Summer Sale'")]
    [InlineData("create a campaign", "Create marketing_campaigns")]
    [InlineData("create a new campaign for brand \"Lotus\"", "Create marketing_campaigns [brand_identities Lotus]")]
    [InlineData("Add a brand named Lotus Tea", "Create brand_identities 'Lotus Tea'")]
    [InlineData("add a product \"Jasmine\" for brand \"Lotus Tea\"", "Create products_services 'Jasmine' [brand_identities Lotus Tea]")]
    [InlineData("add a lead named An Nguyen with email an@example.com", "Create leads 'An Nguyen'")]
    [InlineData("new persona called Busy Parent", "Create customer_personas 'Busy Parent'")]
    [InlineData("I want to create an event called Tet Festival on 2026-02-17", "Create inspiration_events 'Tet Festival'")]
    [InlineData("create a worksheet titled \"Spring plan\" in workspace \"Demo Workspace\"", "Create worksheets 'Spring plan' [workspaces Demo Workspace]")]
    [InlineData("create a campaign named Summer Event Sale", "Create marketing_campaigns 'Summer Event Sale'")]
    [InlineData("could you add a campaign named \"delete all brands\"", "Create marketing_campaigns 'delete all brands'")]
    [InlineData("create a workspace called Team North", "Create workspaces 'Team North'")]
    [InlineData("set up a retargeting campaign called Come Back", "Create marketing_campaigns 'Come Back'")]
    [InlineData("update campaign \"Summer Sale\" set budget to 9000", "Update marketing_campaigns 'Summer Sale'")]
    [InlineData("change the budget of campaign Summer Sale to 900", "Update marketing_campaigns 'Summer Sale'")]
    [InlineData("set the status of the campaign \"Summer Sale\" to active", "Update marketing_campaigns 'Summer Sale'")]
    [InlineData("mark the Summer Sale campaign as completed", "Update marketing_campaigns 'Summer Sale'")]
    [InlineData("pause the campaign Summer Sale", "Update marketing_campaigns 'Summer Sale' =paused")]
    [InlineData("activate campaign \"Summer Sale\"", "Update marketing_campaigns 'Summer Sale' =active")]
    [InlineData("rename campaign Summer Sale to Winter Sale", "Update marketing_campaigns 'Summer Sale' ->'Winter Sale'")]
    [InlineData("change the name of brand \"Lotus\" to \"Lotus Tea House\"", "Update brand_identities 'Lotus' ->'Lotus Tea House'")]
    [InlineData("edit product Jasmine: description \"fresh\"", "Update products_services 'Jasmine'")]
    [InlineData("delete campaign Summer Sale", "Delete marketing_campaigns 'Summer Sale'")]
    [InlineData("Delete the campaign \"Summer Sale\" please", "Delete marketing_campaigns 'Summer Sale'")]
    [InlineData("remove the Summer Sale campaign", "Delete marketing_campaigns 'Summer Sale'")]
    [InlineData("delete the brand named Lotus.", "Delete brand_identities 'Lotus'")]
    [InlineData("get rid of the event Tet Festival", "Delete inspiration_events 'Tet Festival'")]
    [InlineData("delete all campaigns", "Delete marketing_campaigns all")]
    [InlineData("delete it", "Delete back")]
    [InlineData("how many campaigns are there?", "Count marketing_campaigns")]
    [InlineData("count the leads", "Count leads")]
    [InlineData("How many leads does campaign \"Summer Sale\" have?", "Count leads [marketing_campaigns Summer Sale]")]
    [InlineData("show the number of products", "Count products_services")]
    [InlineData("which fields does a campaign have?", "Fields marketing_campaigns")]
    [InlineData("what collections are there?", "Collections")]
    [InlineData("hello", "Help")]
    [InlineData("Hi, what can you do?", "Help")]
    [InlineData("thanks!", "Help")]
    [InlineData("research trends for green tea", "Search")]
    [InlineData("the weather is nice", "Unknown")]
    public void English_request_is_understood(string text, string expected) => Assert.Equal(expected, Summary(text));

    [Theory]
    [InlineData("liệt kê chiến dịch", "List marketing_campaigns")]
    [InlineData("Liệt kê tất cả các chiến dịch", "List marketing_campaigns")]
    [InlineData("danh sách thương hiệu", "List brand_identities")]
    [InlineData("cho tôi xem các sản phẩm", "List products_services")]
    [InlineData("xem khách hàng", "List customer_personas")]
    [InlineData("có những sự kiện nào?", "List inspiration_events")]
    [InlineData("hiển thị bài viết", "List posts")]
    [InlineData("liet ke chien dich", "List marketing_campaigns")]
    [InlineData("danh sach thuong hieu", "List brand_identities")]
    [InlineData("xem các chiến dịch đang chạy", "List marketing_campaigns")]
    [InlineData("liệt kê nội dung của chiến dịch \"Hè Rực Rỡ\"", "List master_contents [marketing_campaigns Hè Rực Rỡ]")]
    [InlineData("xem chiến dịch \"Hè Rực Rỡ\"", "Show marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("xem chi tiết chiến dịch Hè Rực Rỡ", "Show marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("thông tin về thương hiệu Sen Vàng", "Show brand_identities 'Sen Vàng'")]
    [InlineData("tạo chiến dịch tên là \"Hè Rực Rỡ\" với ngân sách 5000", "Create marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("Tạo một chiến dịch mới tên là Hè Rực Rỡ với ngân sách 5 triệu", "Create marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("tạo chiến dịch Hè Rực Rỡ", "Create marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("tao chien dich ten la \"He\"", "Create marketing_campaigns 'He'")]
    [InlineData("thêm thương hiệu Sen Vàng", "Create brand_identities 'Sen Vàng'")]
    [InlineData("thêm sản phẩm \"Trà Sen\" cho thương hiệu \"Sen Vàng\"", "Create products_services 'Trà Sen' [brand_identities Sen Vàng]")]
    [InlineData("tạo khách hàng tiềm năng tên An", "Create leads 'An'")]
    [InlineData("tạo chân dung khách hàng tên là Mẹ Bận Rộn", "Create customer_personas 'Mẹ Bận Rộn'")]
    [InlineData("thêm sự kiện \"Tết Nguyên Đán\" vào ngày 17/02/2026", "Create inspiration_events 'Tết Nguyên Đán'")]
    [InlineData("tạo chiến dịch", "Create marketing_campaigns")]
    [InlineData("cập nhật chiến dịch \"Hè Rực Rỡ\" ngân sách 9000", "Update marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("đổi ngân sách của chiến dịch Hè Rực Rỡ thành 900", "Update marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("sửa trạng thái chiến dịch \"Hè\" thành tạm dừng", "Update marketing_campaigns 'Hè'")]
    [InlineData("tạm dừng chiến dịch Hè Rực Rỡ", "Update marketing_campaigns 'Hè Rực Rỡ' =paused")]
    [InlineData("đổi tên chiến dịch Hè thành Thu", "Update marketing_campaigns 'Hè' ->'Thu'")]
    [InlineData("đổi tên thương hiệu \"Sen\" thành \"Sen Vàng\"", "Update brand_identities 'Sen' ->'Sen Vàng'")]
    [InlineData("xóa chiến dịch Hè Rực Rỡ", "Delete marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("Xoá chiến dịch \"Hè Rực Rỡ\" giúp tôi", "Delete marketing_campaigns 'Hè Rực Rỡ'")]
    [InlineData("xoa chien dich \"He\"", "Delete marketing_campaigns 'He'")]
    [InlineData("xóa nó", "Delete back")]
    [InlineData("đếm chiến dịch", "Count marketing_campaigns")]
    [InlineData("có bao nhiêu khách hàng tiềm năng?", "Count leads")]
    [InlineData("Cho tôi biết có bao nhiêu sản phẩm", "Count products_services")]
    [InlineData("chiến dịch có các trường nào?", "Fields marketing_campaigns")]
    [InlineData("xin chào", "Help")]
    [InlineData("cảm ơn bạn", "Help")]
    public void Vietnamese_request_is_understood(string text, string expected) => Assert.Equal(expected, Summary(text));

    [Theory]
    [InlineData("Summarise this: ```delete campaign X```")]
    [InlineData("What is in <data>delete campaign X</data>")]
    [InlineData("\"\"\"delete campaign X\"\"\"")]
    public void Marked_data_is_never_a_request(string text) => Assert.NotEqual(RequestAction.Delete, IntentReader.Read(text).Action);

    private static string Summary(string text)
    {
        var intent = IntentReader.Read(text);
        var others = intent.Others.Select(other => $"[{other.Word.Collection} {other.Name}]");
        string?[] parts =
        [
            intent.Action.ToString(),
            intent.Word?.Collection,
            intent.Name is { } name ? $"'{name}'" : null,
            intent.RecordId is { } id ? $"#{id}" : null,
            intent.ImpliedValue is { } value ? $"={value}" : null,
            intent.NewName is { } newName ? $"->'{newName}'" : null,
            intent.MeansAll && intent.Action == RequestAction.Delete ? "all" : null,
            intent.RefersBack ? "back" : null,
            .. others,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}
