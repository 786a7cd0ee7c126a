using System.IO.Compression;
using Tmcp.Tests.Shared;
using Tmcp.Tools.PocketBase;

namespace Tmcp.Tools.Tests.Checks;

/// <summary>The database of a PocketBase with a few hundred users, as its backup holds it.</summary>
public sealed class PocketBaseData : IAsyncLifetime
{
    /// <summary>Enough for a table of several levels of pages.</summary>
    public const int Users = 60;

    public byte[] Database { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var folder = new TestFolder();
        await using var pocketbase = await PocketBaseServer.StartAsync();
        var admin = await pocketbase.SignInAsAdminAsync();
        for (var index = 0; index < Users; index++)
        {
            await pocketbase.CreateRecordAsync(admin, "users", new
            {
                email = $"user{index}@example.org", password = "a-password", passwordConfirm = "a-password", name = new string('n', 200),
            });
        }

        using var tool = await PocketBaseAdmin.SignInAsync(pocketbase.Address, new Credentials(pocketbase.AdminEmail, pocketbase.AdminPassword), default);
        await tool.CreateBackupAsync("all.zip", default);
        await tool.DownloadAsync("all.zip", folder.File("all.zip"), default);
        await using var archive = await ZipFile.OpenReadAsync(folder.File("all.zip"));
        using var database = new MemoryStream();
        await using (var content = await archive.GetEntry("data.db")!.OpenAsync())
            await content.CopyToAsync(database);
        Database = database.ToArray();
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
