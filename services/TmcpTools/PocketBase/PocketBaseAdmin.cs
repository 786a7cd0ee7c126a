using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace Tmcp.Tools.PocketBase;

/// <summary>PocketBase's API for superusers, as far as backups need it: <see href="https://pocketbase.io/docs/api-backups/"/>.</summary>
internal sealed class PocketBaseAdmin : IDisposable
{
    private readonly HttpClient _http;

    // A backup is made and sent within one call; the job's own deadline is shorter.
    private PocketBaseAdmin(Uri address) => _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(30) };

    internal Uri Address => _http.BaseAddress!;

    /// <exception cref="ToolException">PocketBase does not answer, or refuses the account.</exception>
    internal static async Task<PocketBaseAdmin> SignInAsync(Uri address, Credentials credentials, CancellationToken cancellationToken)
    {
        var admin = new PocketBaseAdmin(address);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/collections/_superusers/auth-with-password")
            {
                Content = JsonContent.Create(new SignIn(credentials.Identity, credentials.Password), PocketBaseJson.Default.SignIn),
            };
            request.Options.Set(HttpCalls.IsPrivate, true);
            var session = await admin.ReadAsync(
                request,
                PocketBaseJson.Default.Session,
                $"'{credentials}' could not sign in to PocketBase as superuser",
                "Check the address, PB_ADMIN_EMAIL and PB_ADMIN_PASSWORD: they must be those of a superuser in the data.",
                cancellationToken);
            // The raw token is a valid header of PocketBase.
            admin._http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", session.Token);
            return admin;
        }
        catch
        {
            admin.Dispose();
            throw;
        }
    }

    /// <summary>Makes a backup on the server; it answers when the file is complete.</summary>
    /// <param name="key">Lower-case letters, digits, <c>-</c> and <c>_</c>, then <c>.zip</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task CreateBackupAsync(string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/backups")
        {
            Content = JsonContent.Create(new BackupRequest(key), PocketBaseJson.Default.BackupRequest),
        };
        using var answer = await _http.AskAsync(
            request, "PocketBase could not make a backup", "Give its volume space for one more copy; if another backup runs, try again later.", cancellationToken);
    }

    internal async Task<IReadOnlyList<BackupFile>> ListBackupsAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/backups");
        return await ReadAsync(request, PocketBaseJson.Default.IReadOnlyListBackupFile, "PocketBase could not list its backups", "See its log.", cancellationToken);
    }

    /// <summary>Writes a backup of the server into a file.</summary>
    internal async Task DownloadAsync(string key, string file, CancellationToken cancellationToken)
    {
        using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, "api/files/token");
        var fileToken = await ReadAsync(
            tokenRequest, PocketBaseJson.Default.Session, "PocketBase gave no token for a download", "See its log.", cancellationToken);
        // PocketBase takes it in the query only; it lives for three minutes.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/backups/{key}?token={Uri.EscapeDataString(fileToken.Token)}");
        using var answer = await _http.AskAsync(request, $"Backup '{key}' could not be downloaded", "Run the job again.", cancellationToken);
        await using var target = File.Create(file);
        try
        {
            await answer.Content.CopyToAsync(target, cancellationToken);
        }
        catch (HttpRequestException reason)
        {
            throw new ToolException($"Backup '{key}' could not be downloaded in whole: {reason.Message} Run the job again.", reason);
        }
    }

    internal async Task DeleteBackupAsync(string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/backups/{key}");
        using var answer = await _http.AskAsync(request, $"Backup '{key}' could not be removed from the server", "Remove it on the admin page.", cancellationToken);
    }

    internal async Task UploadAsync(string key, string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        using var part = new StreamContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var form = new MultipartFormDataContent { { part, "file", key } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/backups/upload") { Content = form };
        using var answer = await _http.AskAsync(request, $"'{file}' could not be uploaded to PocketBase", "Give its volume space for the archive.", cancellationToken);
    }

    /// <summary>Starts a restore; the server replaces its data and starts itself anew.</summary>
    internal async Task RestoreAsync(string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/backups/{key}/restore");
        using var answer = await _http.AskAsync(
            request, "PocketBase could not start the restore", "If a backup or another restore runs, try again later.", cancellationToken);
    }

    /// <summary>A stream of the server that ends when its process does.</summary>
    internal async Task<HttpResponseMessage> OpenEventsAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/realtime");
        return await _http.AskAsync(request, "PocketBase's events could not be opened", "See its log.", cancellationToken);
    }

    /// <summary>Whether the server answers and neither makes nor restores a backup.</summary>
    internal async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        try
        {
            var health = await _http.GetFromJsonAsync("api/health", PocketBaseJson.Default.Health, cancellationToken);
            return health?.Data?.CanBackup ?? true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Names of the collections that hold records of people; system collections and views are left out.</summary>
    internal async Task<IReadOnlyList<string>> ListCollectionsAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/collections?perPage=1000&fields=name,type");
        var page = await ReadAsync(request, PocketBaseJson.Default.PageCollection, "The collections could not be listed", "See PocketBase's log.", cancellationToken);
        return [.. page.Items.Where(item => item.Type != "view" && !item.Name.StartsWith('_')).Select(item => item.Name)];
    }

    internal async Task<long> CountAsync(string collection, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/collections/{collection}/records?perPage=1&fields=id");
        var page = await ReadAsync(
            request, PocketBaseJson.Default.PageRecordId, $"The records of '{collection}' could not be counted", "See PocketBase's log.", cancellationToken);
        return page.TotalItems;
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> ReadAsync<T>(
        HttpRequestMessage request, JsonTypeInfo<T> type, string purpose, string remedy, CancellationToken cancellationToken)
    {
        using var answer = await _http.AskAsync(request, purpose, remedy, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync(type, cancellationToken))!;
    }
}
