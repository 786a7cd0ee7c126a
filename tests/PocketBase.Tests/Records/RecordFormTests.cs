using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Records;

/// <summary>The form of records on the wire, as the clients rely on it.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class RecordFormTests(SharedServer shared)
{
    [Theory]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,2]}""")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("\"quoted\"", "\"quoted\"")]
    [InlineData("12.5", "12.5")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("plain text", "\"plain text\"")]
    [InlineData("{broken", "\"{broken\"")]
    public async Task A_string_sent_to_a_json_field_is_read_as_json_where_it_is_json(string sent, string stored)
    {
        var tenant = shared.Home;

        var record = await shared.Server.CreateRecordAsync(
            tenant.Owner.Token, "master_contents", new { workspace_id = tenant.WorkspaceId, metadata = sent });

        Assert.Equal(stored, record["metadata"]?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task Empty_values_and_dates_have_the_form_that_clients_expect()
    {
        var tenant = shared.Home;

        var record = await shared.Server.CreateRecordAsync(
            tenant.Owner.Token,
            "marketing_campaigns",
            new { workspace_id = tenant.WorkspaceId, name = "N", status = "planned", start_date = "2026-03-04T05:06:07.089Z", no_such_field = 1 });

        Assert.Equal("2026-03-04 05:06:07.089Z", (string)record["start_date"]!);
        Assert.Equal(("", "", "", 0), ((string)record["end_date"]!, (string)record["worksheet_id"]!, (string)record["campaign_type"]!, (int)record["budget"]!));
        Assert.Null(record["kpi_targets"]);
        Assert.Null(record["no_such_field"]);
        Assert.Matches("^[a-z0-9]{15}$", (string)record["id"]!);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}Z$", (string)record["created"]!);
    }

    [Fact]
    public async Task A_facebook_post_of_full_length_is_kept()
    {
        var tenant = shared.Home;
        var fields = await new Samples(shared.Server, shared.AdminToken).FieldsAsync("platform_variants", tenant.WorkspaceId);
        fields["adapted_copy"] = new string('ă', 63206);

        var record = await shared.Server.CreateRecordAsync(tenant.Owner.Token, "platform_variants", fields);

        Assert.Equal(63206, ((string)record["adapted_copy"]!).Length);
    }

    [Fact]
    public async Task A_brand_that_a_product_needs_is_not_deleted()
    {
        var tenant = shared.Home;
        var samples = new Samples(shared.Server, shared.AdminToken);
        var brand = await samples.CreateAsync("brand_identities", tenant.WorkspaceId);
        await shared.Server.CreateRecordAsync(
            tenant.Owner.Token, "products_services", new { workspace_id = tenant.WorkspaceId, brand_id = brand, name = "P" });
        using var owner = shared.Server.CreateClient(tenant.Owner.Token);

        Assert.Equal(HttpStatusCode.BadRequest, (await owner.DeleteAsync($"api/collections/brand_identities/records/{brand}")).StatusCode);
    }

    [Fact]
    public async Task A_video_job_gets_its_defaults_and_its_idempotency_key_is_unique_within_the_workspace()
    {
        var tenant = shared.Home;
        var second = await shared.Server.CreateWorkspaceAsync(tenant.Owner, "Second");
        object Job(string workspace, string key, int priority = 0)
            => new { workspace_id = workspace, status = "queued", input_json = "{\"products\":[]}", idempotency_key = key, priority };

        var plain = await shared.Server.CreateRecordAsync(tenant.Owner.Token, "video_jobs", Job(tenant.WorkspaceId, ""));
        await shared.Server.CreateRecordAsync(tenant.Owner.Token, "video_jobs", Job(tenant.WorkspaceId, ""));
        var urgent = await shared.Server.CreateRecordAsync(tenant.Owner.Token, "video_jobs", Job(tenant.WorkspaceId, "k", 9));
        await shared.Server.CreateRecordAsync(tenant.Owner.Token, "video_jobs", Job(second, "k"));

        Assert.Equal((5, 3, 9), ((int)plain["priority"]!, (int)plain["max_attempts"]!, (int)urgent["priority"]!));
        await Assert.ThrowsAsync<HttpRequestException>(
            () => shared.Server.CreateRecordAsync(tenant.Owner.Token, "video_jobs", Job(tenant.WorkspaceId, "k")));
        await Assert.ThrowsAsync<HttpRequestException>(
            () => shared.Server.CreateRecordAsync(tenant.Owner.Token, "video_jobs", Job(tenant.WorkspaceId, "", 11)));
    }

    [Fact]
    public async Task An_uploaded_file_is_downloaded_without_signing_in()
    {
        var tenant = shared.Home;
        var id = await new Samples(shared.Server, shared.AdminToken).CreateAsync("media_assets", tenant.WorkspaceId);
        var record = await shared.Server.SendAsync(tenant.Member.Token, HttpMethod.Get, $"api/collections/media_assets/records/{id}");
        using var guest = shared.Server.CreateClient();

        Assert.Matches("^my_logo_[a-z0-9]{10}\\.svg$", (string)record["file"]!);
        Assert.Contains("<svg", await guest.GetStringAsync($"api/files/media_assets/{id}/{record["file"]}"), StringComparison.Ordinal);
    }
}
