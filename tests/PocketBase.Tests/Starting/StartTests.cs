using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Starting;

/// <summary>First start, restart, and what goes wrong at the start. Each test has data of its own.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("tmcp-pocketbase-test-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Data_survive_a_killed_server_and_the_second_start_makes_nothing_twice()
    {
        var options = new PocketBaseServerOptions
        {
            DataFolder = _data,
            Environment = new Dictionary<string, string> { ["TMCP_DEMO_PASSWORD"] = "first-demo-password" },
        };
        string workspace;
        await using (var first = await PocketBaseServer.StartAsync(options))
        {
            var user = await first.CreateUserAsync("someone@tmcp.local");
            workspace = await first.CreateWorkspaceAsync(user, "Kept");
        }

        await using var second = await PocketBaseServer.StartAsync(options with { AdminEmail = "another@tmcp.local", AdminPassword = options.AdminPassword });

        var admin = await second.SignInAsync("_superusers", "admin@tmcp.local", options.AdminPassword);
        Assert.Equal("Kept", (string)(await second.SendAsync(admin, HttpMethod.Get, $"api/collections/workspaces/records/{workspace}"))["name"]!);
        Assert.Equal(1, await CountAsync(second, admin, "_superusers"));
        Assert.Equal(2, await CountAsync(second, admin, "users"));
        Assert.Equal(2, await CountAsync(second, admin, "workspaces"));
    }

    [Fact]
    public async Task The_demo_user_follows_a_changed_password_at_the_next_start()
    {
        PocketBaseServerOptions With(string password) => new()
        {
            DataFolder = _data,
            Environment = new Dictionary<string, string> { ["TMCP_DEMO_PASSWORD"] = password },
        };
        await using (await PocketBaseServer.StartAsync(With("first-demo-password")))
        {
        }

        await using var second = await PocketBaseServer.StartAsync(With("second-demo-password"));

        Assert.NotEmpty(await second.SignInAsync("users", "demo@tmcp.local", "second-demo-password"));
        await Assert.ThrowsAsync<HttpRequestException>(() => second.SignInAsync("users", "demo@tmcp.local", "first-demo-password"));
    }

    [Fact]
    public async Task Superuser_gets_the_password_of_the_variable_at_the_next_start()
    {
        var options = new PocketBaseServerOptions { DataFolder = _data, AdminPassword = "first-admin-password" };
        await using (await PocketBaseServer.StartAsync(options))
        {
        }

        await using var second = await PocketBaseServer.StartAsync(options with { AdminPassword = "second-admin-password" });

        Assert.NotEmpty(await second.SignInAsAdminAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => second.SignInAsync("_superusers", second.AdminEmail, "first-admin-password"));
    }

    [Fact]
    public async Task Without_the_variables_there_is_no_superuser_and_no_demo_data()
    {
        await using var server = await PocketBaseServer.StartAsync(new PocketBaseServerOptions { DataFolder = _data, AdminEmail = null });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.SignInAsync("_superusers", "admin@tmcp.local", server.AdminPassword));
        await Assert.ThrowsAsync<HttpRequestException>(() => server.SignInAsync("users", "demo@tmcp.local", "first-demo-password"));
    }

    [Fact]
    public async Task Bad_variables_are_reported_without_their_values_and_the_server_runs_all_the_same()
    {
        await using var server = await PocketBaseServer.StartAsync(new PocketBaseServerOptions
        {
            DataFolder = _data,
            AdminPassword = "sh0rt",
            Environment = new Dictionary<string, string> { ["TMCP_DEMO_PASSWORD"] = "t1ny" },
        });

        Assert.Contains("superuser of PB_ADMIN_EMAIL could not be made", server.Output, StringComparison.Ordinal);
        Assert.Contains("Demo data could not be made", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sh0rt", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("t1ny", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_is_written_to_the_console()
    {
        await using var server = await PocketBaseServer.StartAsync(new PocketBaseServerOptions
        {
            DataFolder = _data,
            Environment = new Dictionary<string, string> { ["TMCP_DEMO_PASSWORD"] = "demo-password-1" },
        });
        var admin = await server.SignInAsAdminAsync();
        var demo = await server.SignInAsync("users", "demo@tmcp.local", "demo-password-1");

        foreach (var secret in (string[])[server.AdminPassword, "demo-password-1", admin, demo, "SELECT ", "eyJ"])
            Assert.DoesNotContain(secret, server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_that_do_not_load_end_the_start_instead_of_being_left_out()
    {
        var hooks = Directory.CreateDirectory(Path.Combine(_data, "hooks"));
        await File.WriteAllTextAsync(Path.Combine(hooks.FullName, "broken.pb.js"), "throw new Error('broken on purpose');");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(
            () => PocketBaseServer.StartAsync(new PocketBaseServerOptions { HooksFolder = hooks.FullName, MigrationsFolder = hooks.FullName }));

        Assert.Contains("broken on purpose", failed.Message, StringComparison.Ordinal);
        Assert.Contains("exit code", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_migration_can_be_taken_back_and_applied_again()
    {
        var migrations = Directory.GetFiles(new PocketBaseServerOptions().MigrationsFolder, "*.js").Length;

        await MigrateAsync("up");
        var reverted = await MigrateAsync("down", migrations.ToString());
        await MigrateAsync("up");

        Assert.Equal(migrations, reverted.Split("Reverted ").Length - 1);
        await using var server = await PocketBaseServer.StartAsync(new PocketBaseServerOptions { DataFolder = _data });
        Assert.Equal(0, await CountAsync(server, await server.SignInAsAdminAsync(), "posts"));
    }

    private static async Task<int> CountAsync(PocketBaseServer server, string admin, string collection)
        => (int)(await server.SendAsync(admin, HttpMethod.Get, $"api/collections/{collection}/records"))["totalItems"]!;

    private async Task<string> MigrateAsync(params string[] arguments)
    {
        var options = new PocketBaseServerOptions();
        using var process = Process.Start(new ProcessStartInfo(
            await PocketBaseBinary.GetAsync(),
            ["migrate", .. arguments, $"--dir={_data}", $"--migrationsDir={options.MigrationsFolder}", $"--hooksDir={options.HooksFolder}", "--dev=false"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        await process.StandardInput.WriteLineAsync("y");
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
