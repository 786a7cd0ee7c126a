using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Tmcp.Tools.Vault;

/// <summary>Secrets of the own namespace, as the pod's service account may see them.</summary>
internal sealed class KubernetesSecrets : IDisposable
{
    private const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";
    private const string Remedy = "The service account needs 'create' on secrets, and 'get' and 'patch' on this one: see the keeper's Role.";

    private readonly HttpClient _http;

    internal KubernetesSecrets(Uri api, string serviceAccountToken, string @namespace, X509Certificate2Collection? authorities)
    {
        (ServiceAccountToken, Namespace) = (serviceAccountToken, @namespace);
        var handler = new SocketsHttpHandler();
        if (authorities is not null)
        {
            var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.AddRange(authorities);
            handler.SslOptions.CertificateChainPolicy = trust;
        }

        _http = new HttpClient(handler) { BaseAddress = new Uri(api, $"/api/v1/namespaces/{@namespace}/"), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", serviceAccountToken);
    }

    /// <summary>Proves to others, such as Vault, who this pod is.</summary>
    internal string ServiceAccountToken { get; }

    internal string Namespace { get; }

    /// <summary>From what Kubernetes gives to each pod.</summary>
    /// <exception cref="ToolException">This is no pod, or its service account is not mounted.</exception>
    internal static KubernetesSecrets InCluster()
    {
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(Path.Combine(Folder, "ca.crt"));
            return new KubernetesSecrets(
                new Uri("https://kubernetes.default.svc"),
                File.ReadAllText(Path.Combine(Folder, "token")).Trim(),
                File.ReadAllText(Path.Combine(Folder, "namespace")).Trim(),
                authorities);
        }
        catch (IOException reason)
        {
            throw new ToolException(
                $"There is no service account in '{Folder}': {reason.Message} Run the keeper as a pod whose service account is mounted (automountServiceAccountToken).", reason);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The values of a Secret; null when there is none.</summary>
    internal async Task<IReadOnlyDictionary<string, string>?> FindAsync(string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"secrets/{name}");
        request.Options.Set(HttpCalls.IsPrivate, true);
        using var answer = await _http.AskAsync(request, $"Secret '{Namespace}/{name}' could not be read", Remedy, cancellationToken, HttpStatusCode.NotFound);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;

        var secret = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!;
        return (secret["data"] as JsonObject ?? []).ToDictionary(
            item => item.Key, item => Encoding.UTF8.GetString(Convert.FromBase64String((string?)item.Value ?? "")));
    }

    internal Task CreateAsync(string name, JsonObject values, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        "secrets",
        "application/json",
        new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Secret",
            ["metadata"] = new JsonObject { ["name"] = name },
            ["type"] = "Opaque",
            ["stringData"] = values,
        },
        $"Secret '{Namespace}/{name}' could not be made",
        cancellationToken);

    /// <summary>Sets values of a Secret.</summary>
    internal Task SetAsync(string name, JsonObject values, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Patch, $"secrets/{name}", "application/merge-patch+json", new JsonObject { ["stringData"] = values }, $"Secret '{Namespace}/{name}' could not be written", cancellationToken);

    internal Task RemoveAsync(string name, string key, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Patch,
        $"secrets/{name}",
        "application/merge-patch+json",
        new JsonObject { ["data"] = new JsonObject { [key] = null } },
        $"'{key}' could not be removed from Secret '{Namespace}/{name}'",
        cancellationToken);

    private async Task SendAsync(HttpMethod method, string path, string type, JsonObject body, string purpose, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, type) };
        request.Options.Set(HttpCalls.IsPrivate, true);
        using var answer = await _http.AskAsync(request, purpose, Remedy, cancellationToken);
    }
}
