using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Infrastructure;

/// <summary>A valid record of each workspace collection, with the records that it requires.</summary>
internal sealed class Samples(PocketBaseServer server, string adminToken)
{
    /// <summary>Every collection whose records belong to a workspace.</summary>
    public static IReadOnlyList<string> Collections { get; } =
    [
        "agent_logs", "brand_identities", "content_briefs", "customer_personas", "inspiration_events", "leads", "marketing_campaigns",
        "master_contents", "media_assets", "platform_variants", "products_services", "prompt_templates", "social_accounts",
        "social_interactions", "tracking_links", "video_jobs", "worksheets",
    ];

    /// <summary>Fields of a valid record, as the clients send them.</summary>
    public async Task<Dictionary<string, object>> FieldsAsync(string collection, string workspace)
    {
        var fields = new Dictionary<string, object> { ["workspace_id"] = workspace };
        foreach (var (name, value) in await OwnFieldsAsync(collection, workspace))
            fields[name] = value;
        return fields;
    }

    /// <summary>Makes a record as the superuser and returns its id.</summary>
    public async Task<string> CreateAsync(string collection, string workspace)
    {
        var fields = await FieldsAsync(collection, workspace);
        using var client = server.CreateClient(adminToken);
        using var content = ToContent(collection, fields);
        using var response = await client.PostAsync($"api/collections/{collection}/records", content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{collection}: {text}");
        return (string)JsonNode.Parse(text)!["id"]!;
    }

    /// <summary>The request body: a form with a picture for media, JSON for all others.</summary>
    public static HttpContent ToContent(string collection, Dictionary<string, object> fields)
    {
        if (collection != "media_assets")
            return System.Net.Http.Json.JsonContent.Create(fields);

        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value.ToString()!), name);
        var picture = new ByteArrayContent(Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg"/>"""));
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/svg+xml");
        form.Add(picture, "file", "My Logo.svg");
        return form;
    }

    private async Task<(string, object)[]> OwnFieldsAsync(string collection, string workspace) => collection switch
    {
        "agent_logs" => [("agent_name", "Researcher"), ("action", "listed events"), ("status", "success")],
        "brand_identities" => [("brand_name", "Kệ Xanh")],
        "content_briefs" => [("campaign_id", await CreateAsync("marketing_campaigns", workspace)), ("angle_name", "Time"),
            ("funnel_stage", "Awareness"), ("psychological_angle", "Social Proof")],
        "customer_personas" => [("persona_name", "Linh")],
        "inspiration_events" => [("event_name", "11.11"), ("event_date", "2026-11-11T00:00:00.000Z"), ("type", "trend")],
        "leads" => [("name", "Hà"), ("status", "new"), ("phone", "+84 236 555"), ("email", "ha@tmcp.local")],
        "marketing_campaigns" => [("name", "Sunday"), ("status", "planned"), ("campaign_type", "awareness")],
        "master_contents" => [("core_message", "<p>Three notebooks</p>"), ("approval_status", "pending")],
        "media_assets" => [("file_type", "image"), ("aspect_ratio", "1:1")],
        "platform_variants" => [("master_content_id", await CreateAsync("master_contents", workspace)), ("platform", "facebook"),
            ("adapted_copy", "Ba cuốn sổ"), ("publish_status", "draft")],
        "products_services" => [("brand_id", await CreateAsync("brand_identities", workspace)), ("name", "Starter")],
        "prompt_templates" => [("agent_role", "Strategist"), ("template_text", "<p>Be brief</p>")],
        "social_accounts" => [("platform", "facebook"), ("account_name", "Page"), ("account_id", "100200300")],
        "social_interactions" => [("variant_id", await CreateAsync("platform_variants", workspace)), ("platform_user_id", "1"),
            ("content", "Nice"), ("sentiment", "positive")],
        "tracking_links" => [("variant_id", await CreateAsync("platform_variants", workspace)), ("original_url", "https://example.com/a")],
        "video_jobs" => [("status", "queued"), ("input_json", """{"intro_text":"Hi","products":[]}""")],
        "worksheets" => [("title", "Launch"), ("status", "draft")],
        _ => throw new ArgumentOutOfRangeException(nameof(collection), collection, "No sample for this collection."),
    };
}
