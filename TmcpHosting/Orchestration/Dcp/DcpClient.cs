using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>dcp's HTTP API: a small Kubernetes-style store of objects. Thread-safe.</summary>
internal sealed class DcpClient : IDisposable
{
    private static readonly MediaTypeHeaderValue _mergePatch = new("application/merge-patch+json");
    private readonly HttpClient _http;
    private readonly DcpRetry _retry;
    private readonly Kubeconfig _config;

    public DcpClient(Kubeconfig config, TimeProvider time)
    {
        _config = config;
        _retry = new DcpRetry(time);
        // HTTP/1.1: each watch and log stream has its own connection, so that none can hold up another.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, errors) => IsOurs(shown, errors) },
        };
        _http = new HttpClient(handler) { BaseAddress = config.Server, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", config.Token);
    }

    /// <summary>Creates an object; a create that was answered into a broken connection is recognised and not an error.</summary>
    public Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IDcpKind<T> => _retry.RunAsync(
            async (attempt, token) =>
            {
                using var response = await _http.PostAsJsonAsync(Address<T>(), item, T.TypeInfo, token);
                if (response.StatusCode == HttpStatusCode.Conflict && attempt > 0)
                    return await FindOnceAsync<T>(item.Metadata.Name, token) ?? item;
                await ThrowIfRefusedAsync(response, $"create {T.Plural}/{item.Metadata.Name}", token);
                return await ReadAsync(response, T.TypeInfo, token);
            },
            retryConflict: false,
            cancellationToken);

    /// <summary>The object, or null when there is none of that name.</summary>
    public Task<T?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpKind<T> => _retry.RunAsync((_, token) => FindOnceAsync<T>(name, token), retryConflict: true, cancellationToken);

    /// <summary>All objects of a kind.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(CancellationToken cancellationToken)
        where T : class, IDcpKind<T> => _retry.RunAsync((_, token) => ListOnceAsync<T>(token), retryConflict: true, cancellationToken);

    /// <summary>All objects of a kind, asked once without retries: fails when dcp is gone.</summary>
    public async Task<IReadOnlyList<T>> ListOnceAsync<T>(CancellationToken cancellationToken)
        where T : class, IDcpKind<T>
    {
        using var response = await _http.GetAsync(Address<T>(), cancellationToken);
        await ThrowIfRefusedAsync(response, $"list {T.Plural}", cancellationToken);
        return (await ReadAsync(response, T.ListTypeInfo, cancellationToken)).Items ?? [];
    }

    /// <summary>Asks dcp to end a process or container; harmless when it is already gone.</summary>
    public Task StopAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpKind<T> => PatchAsync(
            $"{Address<T>()}/{Uri.EscapeDataString(name)}", """{"spec":{"stop":true}}""", $"stop {T.Plural}/{name}", acceptMissing: true, cancellationToken);

    /// <summary>Deletes an object and waits until it is really gone, process and all.</summary>
    public async Task DeleteAsync<T>(string name, TimeSpan limit, CancellationToken cancellationToken)
        where T : class, IDcpKind<T>
    {
        await _retry.RunAsync(
            async (_, token) =>
            {
                using var response = await _http.DeleteAsync($"{Address<T>()}/{Uri.EscapeDataString(name)}", token);
                if (response.StatusCode != HttpStatusCode.NotFound)
                    await ThrowIfRefusedAsync(response, $"delete {T.Plural}/{name}", token);
                return true;
            },
            retryConflict: true,
            cancellationToken);
        await _retry.UntilAsync(
            async token => await FindAsync<T>(name, token) is null, limit, $"{T.Plural}/{name} was not gone {limit.TotalSeconds:0} s after its deletion.", cancellationToken);
    }

    /// <summary>Asks dcp to end everything and itself. It answers at once and works on.</summary>
    public Task ShutDownAsync(CancellationToken cancellationToken) => PatchAsync(
        "/admin/execution", """{"status":"Stopping","shutdownResourceCleanup":"Full"}""", "shut down", acceptMissing: false, cancellationToken);

    /// <summary>One watch connection, from an <c>ADDED</c> per existing object on, until the server or the caller ends it.</summary>
    public async IAsyncEnumerable<DcpWatchEvent<T>> WatchOnceAsync<T>([EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IDcpKind<T>
    {
        using var response = await _http.GetAsync($"{Address<T>()}?watch=true", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowIfRefusedAsync(response, $"watch {T.Plural}", cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), Encoding.UTF8, false, 64 * 1024);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0 && JsonSerializer.Deserialize(line, T.EventTypeInfo) is { } change)
                yield return change;
        }
    }

    /// <summary>Opens a log, each line with its time in front, without the first <paramref name="skip"/> lines. Null when the object is gone.</summary>
    public async Task<Stream?> OpenLogAsync<T>(string name, string source, bool follow, int skip, CancellationToken cancellationToken)
        where T : class, IDcpKind<T>
    {
        var address = $"{Address<T>()}/{Uri.EscapeDataString(name)}/log?source={source}&timestamps=true&follow={(follow ? "true" : "false")}&skip={skip}";
        var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        // 400 while the object is being deleted, 404 afterwards.
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            response.Dispose();
            return null;
        }

        await ThrowIfRefusedAsync(response, $"read {T.Plural}/{name}/log", cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    public void Dispose()
    {
        _http.Dispose();
        _config.Authority.Dispose();
    }

    private static string Address<T>()
        where T : class, IDcpKind<T> => $"/apis/{DcpJson.GroupVersion}/{T.Plural}";

    private static async Task<TValue> ReadAsync<TValue>(
        HttpResponseMessage response, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TValue> type, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new DcpException("dcp answered with an empty document.");

    private static async Task ThrowIfRefusedAsync(HttpResponseMessage response, string what, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        string? reason;
        try
        {
            reason = JsonSerializer.Deserialize(body, DcpJson.Default.DcpStatus)?.Message;
        }
        catch (JsonException)
        {
            reason = body;
        }

        throw new DcpException($"dcp refused to {what}: {(int)response.StatusCode} {reason}", response.StatusCode);
    }

    private async Task<T?> FindOnceAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpKind<T>
    {
        using var response = await _http.GetAsync($"{Address<T>()}/{Uri.EscapeDataString(name)}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        await ThrowIfRefusedAsync(response, $"read {T.Plural}/{name}", cancellationToken);
        return await ReadAsync(response, T.TypeInfo, cancellationToken);
    }

    private Task<bool> PatchAsync(string address, string body, string what, bool acceptMissing, CancellationToken cancellationToken) => _retry.RunAsync(
        async (_, token) =>
        {
            using var content = new StringContent(body, _mergePatch);
            using var response = await _http.PatchAsync(address, content, token);
            if (!(acceptMissing && response.StatusCode == HttpStatusCode.NotFound))
                await ThrowIfRefusedAsync(response, what, token);
            return true;
        },
        retryConflict: true,
        cancellationToken);

    /// <summary>The server must show the very certificate of the kubeconfig, under a name it is valid for.</summary>
    private bool IsOurs(System.Security.Cryptography.X509Certificates.X509Certificate? shown, SslPolicyErrors errors) =>
        shown is not null
        && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
        && shown.GetRawCertData().AsSpan().SequenceEqual(_config.Authority.RawData);
}
