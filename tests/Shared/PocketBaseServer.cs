using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Tests.Shared;

/// <summary>The real PocketBase with the repository's migrations and hooks, on a dynamic loopback port.</summary>
internal sealed class PocketBaseServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly PocketBaseServerOptions _options;
    private readonly Process _process;
    private readonly ProcessOutput _output;
    private readonly HttpClient _http;
    private Task<string>? _adminToken;

    private PocketBaseServer(PocketBaseServerOptions options, string dataFolder, Process process, ProcessOutput output, Uri address)
    {
        (_options, DataFolder, _process, _output, Address) = (options, dataFolder, process, output, address);
        _http = new HttpClient { BaseAddress = address };
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    /// <summary>Root address, with a slash at the end.</summary>
    public Uri Address { get; }

    /// <summary>Where the server keeps its data.</summary>
    public string DataFolder { get; }

    /// <summary>E-mail of the superuser.</summary>
    public string AdminEmail => _options.AdminEmail ?? throw new InvalidOperationException("This PocketBase was started without a superuser.");

    /// <summary>Password of the superuser.</summary>
    public string AdminPassword => _options.AdminPassword;

    /// <summary>Process id of the server.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Everything that the server wrote so far.</summary>
    public string Output => _output.Text;

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message holds its last lines.</exception>
    public static async Task<PocketBaseServer> StartAsync(PocketBaseServerOptions? options = null)
    {
        options ??= new PocketBaseServerOptions();
        var program = await PocketBaseBinary.GetAsync();
        // The free port may be taken by somebody else before PocketBase binds it: ask for another one then.
        for (var attempt = 1; ; attempt++)
        {
            var server = Launch(program, options);
            try
            {
                await server.WaitUntilHealthyAsync();
                return server;
            }
            catch (InvalidOperationException) when (attempt < 3 && server.Output.Contains("address already in use", StringComparison.Ordinal))
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>A client of the server; <paramref name="token"/> null is a guest.</summary>
    public HttpClient CreateClient(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Signs in and returns the token.</summary>
    public async Task<string> SignInAsync(string collection, string identity, string password)
        => (string)(await SendAsync(null, HttpMethod.Post, $"api/collections/{collection}/auth-with-password", new { identity, password }))["token"]!;

    /// <summary>Token of the superuser, the same one each time.</summary>
    public Task<string> SignInAsAdminAsync() => _adminToken ??= SignInAsync("_superusers", AdminEmail, AdminPassword);

    /// <summary>Makes a user with a generated password and signs it in. <paramref name="role"/>: admin, manager, member, viewer or null.</summary>
    public async Task<PocketBaseUser> CreateUserAsync(string email, string? role = null)
    {
        var password = Guid.NewGuid().ToString("N");
        var record = await CreateRecordAsync(
            await SignInAsAdminAsync(), "users", new { email, password, passwordConfirm = password, name = email.Split('@')[0], role = role ?? "" });
        return new PocketBaseUser((string)record["id"]!, email, password, await SignInAsync("users", email, password));
    }

    /// <summary>Makes a workspace of <paramref name="owner"/>, who is a member too, and returns its id.</summary>
    public async Task<string> CreateWorkspaceAsync(PocketBaseUser owner, string name, params PocketBaseUser[] members)
    {
        var ids = members.Prepend(owner).Select(member => member.Id).ToArray();
        return (string)(await CreateRecordAsync(owner.Token, "workspaces", new { name, owner_id = owner.Id, members = ids }))["id"]!;
    }

    /// <summary>Creates a record and returns it.</summary>
    public Task<JsonNode> CreateRecordAsync(string? token, string collection, object data)
        => SendAsync(token, HttpMethod.Post, $"api/collections/{collection}/records", data);

    /// <summary>Sends JSON and returns the answer's JSON.</summary>
    /// <exception cref="HttpRequestException">The answer was not a success; the message holds its body.</exception>
    public async Task<JsonNode> SendAsync(string? token, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new HttpRequestException($"{method} {path} answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        if (_options.DataFolder is null)
            Directory.Delete(DataFolder, recursive: true);
    }

    private static PocketBaseServer Launch(string program, PocketBaseServerOptions options)
    {
        var data = options.DataFolder ?? OwnedFolder.Create("tmcp-pocketbase-");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        // Without these flags a program under the temporary folder runs in development mode and prints secrets,
        // and an edit in the admin page writes a file into the repository.
        var start = new ProcessStartInfo(program,
        [
            "serve", $"--http={address.Authority}", $"--dir={data}", $"--migrationsDir={options.MigrationsFolder}", $"--hooksDir={options.HooksFolder}",
            "--dev=false", "--automigrate=false", "--hooksWatch=false",
        ]) { WorkingDirectory = data, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var inherited in (string[])["PB_ADMIN_EMAIL", "PB_ADMIN_PASSWORD", "TMCP_DEMO_PASSWORD", "FACEBOOK_GRAPH_URL"])
            start.Environment.Remove(inherited);
        if (options.AdminEmail is not null)
            (start.Environment["PB_ADMIN_EMAIL"], start.Environment["PB_ADMIN_PASSWORD"]) = (options.AdminEmail, options.AdminPassword);
        foreach (var (name, value) in options.Environment)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        return new PocketBaseServer(options, data, process, new ProcessOutput(process), address);
    }

    private async Task WaitUntilHealthyAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StartTimeout && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var answer = await _http.GetAsync("api/health");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        var state = _process.HasExited ? $"ended with exit code {_process.ExitCode}" : $"did not answer within {StartTimeout}";
        if (_process.HasExited)
            await _process.WaitForExitAsync();
        throw new InvalidOperationException($"PocketBase at {Address} {state}. Its last lines:\n{_output.LastLines(30)}");
    }

    private void Kill(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);
}
