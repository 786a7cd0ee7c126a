using System.Net;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.Tools.Tests.PocketBase;

/// <summary>Backup and restore as the cluster's jobs run them, against the real PocketBase.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private PocketBaseServer _pocketbase = null!;

    public async Task InitializeAsync() => _pocketbase = await PocketBaseServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _pocketbase.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_destroyed_comes_back()
    {
        var user = await _pocketbase.CreateUserAsync("owner@example.org");
        var workspace = await _pocketbase.CreateWorkspaceAsync(user, "Kept");
        for (var index = 0; index < 300; index++)
            await _pocketbase.CreateRecordAsync(user.Token, "worksheets", new { workspace_id = workspace, title = $"Sheet {index}", status = "draft" });

        var (code, output, error) = await BackupAsync();
        Assert.Equal((0, ""), (code, error));
        var backup = Assert.Single(_folder.Names);
        Assert.Matches(@"^pocketbase-\d{8}T\d{6}Z\.zip$", backup);
        Assert.Contains($"stored {_folder.File(backup)}", output, StringComparison.Ordinal);

        await DestroyAsync(user, workspace);
        await _pocketbase.CreateUserAsync("later@example.org");
        var restored = await RestoreAsync(backup);

        Assert.Equal((0, ""), (restored.Code, restored.Error));
        var token = await _pocketbase.SignInAsync("users", user.Email, user.Password);
        var found = await _pocketbase.SendAsync(token, HttpMethod.Get, $"api/collections/workspaces/records/{workspace}");
        Assert.Equal("Kept", (string?)found["name"]);
        Assert.Equal(300, await CountAsync("worksheets"));
        Assert.Equal(1, await CountAsync("users"));
        Assert.Contains("compared", restored.Output, StringComparison.Ordinal);
        Assert.Empty((await SendAsAdminAsync("api/backups")).AsArray());
        Assert.Equal([backup], _folder.Names);
    }

    [Fact]
    public async Task A_new_server_takes_the_data_of_a_lost_one()
    {
        var user = await _pocketbase.CreateUserAsync("owner@example.org");
        await BackupAsync();
        var backup = Assert.Single(_folder.Names);
        await using var replacement = await PocketBaseServer.StartAsync(new PocketBaseServerOptions { AdminPassword = _pocketbase.AdminPassword });

        var (code, _, error) = await ToolProcess.RunAsync(Account, "restore", "--url", replacement.Address.ToString(), "--from", _folder.File(backup));

        Assert.Equal((0, ""), (code, error));
        Assert.NotEmpty(await replacement.SignInAsync("users", user.Email, user.Password));
    }

    [Fact]
    public async Task A_failed_backup_deletes_nothing_and_shows_no_password()
    {
        await File.WriteAllTextAsync(_folder.File("pocketbase-20260101T000000Z.zip"), "old");
        var wrong = new Dictionary<string, string>(Account) { ["PB_ADMIN_PASSWORD"] = "not-the-password" };

        var (code, output, error) = await ToolProcess.RunAsync(
            wrong, "backup", "--url", _pocketbase.Address.ToString(), "--to", _folder.Path, "--keep", "1");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"error: '{_pocketbase.AdminEmail}' could not sign in", error, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-password", error, StringComparison.Ordinal);
        Assert.Equal(["pocketbase-20260101T000000Z.zip"], _folder.Names);
    }

    [Fact]
    public async Task Only_the_newest_stay_and_other_files_are_left_alone()
    {
        foreach (var name in (string[])["pocketbase-20260101T000000Z.zip", "pocketbase-20260102T000000Z.zip", "pocketbase-before-the-move.zip", ".partial-pocketbase-20260103T000000Z.zip"])
            await File.WriteAllTextAsync(_folder.File(name), name);

        var (code, output, _) = await BackupAsync("--keep", "2");

        Assert.Equal(0, code);
        Assert.Contains($"deleted {_folder.File("pocketbase-20260101T000000Z.zip")}", output, StringComparison.Ordinal);
        Assert.Equal(3, _folder.Names.Length);
        Assert.Equal(["pocketbase-20260102T000000Z.zip", "pocketbase-before-the-move.zip"], _folder.Names.Where(name => !name.StartsWith("pocketbase-20261", StringComparison.Ordinal) && !IsNew(name)));
    }

    [Fact]
    public async Task The_list_has_the_newest_first_and_nothing_but_backups()
    {
        foreach (var name in (string[])["redis-20260101T000000Z.rdb", "pocketbase-20260101T000000Z.zip", "pocketbase-20260102T000000Z.zip", "notes.txt", "pocketbase-old.zip"])
            await File.WriteAllTextAsync(_folder.File(name), name);

        var (code, output, _) = await ToolProcess.RunAsync(new Dictionary<string, string>(), "list", "--to", _folder.Path);

        Assert.Equal(0, code);
        Assert.Equal(
            [_folder.File("pocketbase-20260102T000000Z.zip"), _folder.File("pocketbase-20260101T000000Z.zip"), _folder.File("redis-20260101T000000Z.rdb")],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_damaged_archive_never_reaches_the_server()
    {
        await BackupAsync();
        var backup = Assert.Single(_folder.Names);
        var bytes = await File.ReadAllBytesAsync(_folder.File(backup));
        await File.WriteAllBytesAsync(_folder.File(backup), bytes[..(bytes.Length / 2)]);
        await _pocketbase.CreateUserAsync("stays@example.org");

        var (code, _, error) = await RestoreAsync(backup);

        Assert.Equal(1, code);
        Assert.StartsWith($"error: The backup '{_folder.File(backup)}' is not usable", error, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("users"));
        Assert.Equal([backup], _folder.Names);
    }

    [Theory]
    [InlineData("backup", "--url", "http://127.0.0.1:9")]
    [InlineData("backup", "--to", "/tmp", "--s3-bucket", "both")]
    [InlineData("backup", "--to", "/tmp", "--keep", "0")]
    [InlineData("restore")]
    public async Task A_wrong_command_line_is_refused(params string[] arguments)
    {
        var (code, _, error) = await ToolProcess.RunAsync(Account, arguments);

        Assert.NotEqual(0, code);
        Assert.NotEmpty(error);
    }

    /// <summary>A proxy's page, or the blog that has the root of the same host.</summary>
    [Theory]
    [InlineData("<html>Welcome</html>", "text/html")]
    [InlineData("{\"token\":", "application/json")]
    public async Task Another_server_is_told_in_one_line(string body, string type)
    {
        await using var other = await LocalServer.AnswerAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });

        var (code, _, error) = await ToolProcess.RunAsync(Account, "backup", "--url", other.Address.ToString(), "--to", _folder.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("error: The job cannot go on: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task Without_an_account_the_error_names_the_variable()
    {
        var (code, _, error) = await ToolProcess.RunAsync(
            new Dictionary<string, string>(), "backup", "--url", _pocketbase.Address.ToString(), "--to", _folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("PB_ADMIN_EMAIL is not set", error, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Account => new()
    {
        ["PB_ADMIN_EMAIL"] = _pocketbase.AdminEmail,
        ["PB_ADMIN_PASSWORD"] = _pocketbase.AdminPassword,
    };

    private static bool IsNew(string name) => DateTime.TryParseExact(
        name.Replace("pocketbase-", "", StringComparison.Ordinal), "yyyyMMdd'T'HHmmss'Z.zip'", null, System.Globalization.DateTimeStyles.None, out var time) && time > new DateTime(2026, 2, 1);

    private Task<(int Code, string Output, string Error)> BackupAsync(params string[] more) =>
        ToolProcess.RunAsync(Account, ["backup", "--url", _pocketbase.Address.ToString(), "--to", _folder.Path, .. more]);

    private Task<(int Code, string Output, string Error)> RestoreAsync(string name) =>
        ToolProcess.RunAsync(Account, "restore", "--url", _pocketbase.Address.ToString(), "--from", _folder.File(name));

    private async Task<System.Text.Json.Nodes.JsonNode> SendAsAdminAsync(string path) =>
        await _pocketbase.SendAsync(await _pocketbase.SignInAsAdminAsync(), HttpMethod.Get, path);

    private async Task<int> CountAsync(string collection) =>
        (int)(await SendAsAdminAsync($"api/collections/{collection}/records?perPage=1"))["totalItems"]!;

    private async Task DestroyAsync(PocketBaseUser user, string workspace)
    {
        var admin = await _pocketbase.SignInAsAdminAsync();
        await _pocketbase.SendAsync(admin, HttpMethod.Delete, $"api/collections/workspaces/records/{workspace}");
        await _pocketbase.SendAsync(admin, HttpMethod.Delete, $"api/collections/users/records/{user.Id}");
        var gone = await Assert.ThrowsAsync<HttpRequestException>(() => _pocketbase.SignInAsync("users", user.Email, user.Password));
        Assert.Equal(HttpStatusCode.BadRequest, gone.StatusCode);
    }
}
