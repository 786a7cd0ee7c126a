using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.Tools.Tests.Vault;

/// <summary>
/// Vault's API with its states (uninitialised, sealed, open), its rights (no token, root, a role's token with the policy it was given) and
/// check-and-set of values. The Kubernetes login asks a list of known service account tokens, as TokenReview would.
/// </summary>
internal sealed class FakeVault : IAsyncDisposable
{
    private readonly Dictionary<string, JsonObject> _paths = [];
    private readonly Dictionary<string, string> _tokens = [];
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, (JsonObject Data, int Version)> _values = [];
    private readonly Lock _lock = new();
    private LocalServer _server = null!;
    private string[] _keys = [];
    private int _threshold;

    public Uri Address => _server.Address;

    public bool IsInitialised => _keys.Length > 0;

    public bool IsSealed { get; private set; } = true;

    /// <summary>Service accounts by token: <c>namespace/name</c>.</summary>
    public Dictionary<string, string> ServiceAccounts { get; } = [];

    /// <summary>Requests that changed something, without the login.</summary>
    public List<string> Writes { get; } = [];

    public IReadOnlyDictionary<string, JsonObject> Paths => _paths;

    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Tokens that are alive, and whose they are.</summary>
    public IReadOnlyDictionary<string, string> Tokens => _tokens;

    public static async Task<FakeVault> StartAsync()
    {
        var vault = new FakeVault();
        vault._server = await LocalServer.AnswerAsync(vault.HandleAsync);
        return vault;
    }

    public string? Value(string key, string property) => _values.TryGetValue(key, out var value) ? (string?)value.Data[property] : null;

    public int Version(string key) => _values.TryGetValue(key, out var value) ? value.Version : 0;

    public void Set(string key, string property, string text)
    {
        var (data, version) = _values.GetValueOrDefault(key, ([], 0));
        data[property] = text;
        _values[key] = (data, version + 1);
    }

    public void Seal() => IsSealed = true;

    public string AddRootToken() => AddToken("root");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var text = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var body = text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : [];
        (HttpStatusCode Status, JsonNode? Body) answer;
        lock (_lock)
            answer = Answer(context.Request.Method, context.Request.Path.Value!["/v1/".Length..], body, context.Request.Headers["X-Vault-Token"].ToString());
        context.Response.StatusCode = (int)answer.Status;
        if (answer.Body is not null)
            await context.Response.WriteAsync(answer.Body.ToJsonString());
    }

    private (HttpStatusCode Status, JsonNode? Body) Answer(string method, string path, JsonObject body, string token)
    {
        switch (path)
        {
            case "sys/seal-status":
                return (HttpStatusCode.OK, SealStatus());
            case "sys/health":
                return (!IsInitialised ? HttpStatusCode.NotImplemented : IsSealed ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, null);
            case "sys/init" when IsInitialised:
                return Fail(HttpStatusCode.BadRequest, "Vault is already initialized");
            case "sys/init":
                return Initialise((int)body["secret_shares"]!, (int)body["secret_threshold"]!);
            case "sys/unseal":
                return Unseal((string)body["key"]!);
            case var _ when IsSealed:
                return Fail(HttpStatusCode.ServiceUnavailable, "Vault is sealed");
            case var login when login.StartsWith("auth/", StringComparison.Ordinal) && login.EndsWith("/login", StringComparison.Ordinal):
                return SignIn(login.Split('/')[1], (string)body["role"]!, (string)body["jwt"]!);
            case "auth/token/lookup-self":
                return _tokens.ContainsKey(token) ? (HttpStatusCode.OK, new JsonObject()) : Fail(HttpStatusCode.Forbidden, "permission denied");
            case var _ when !IsAllowed(token, method, path):
                return Fail(HttpStatusCode.Forbidden, "permission denied");
            case "auth/token/revoke-self":
                _tokens.Remove(token);
                Writes.Add("revoke-self");
                return (HttpStatusCode.NoContent, null);
            case "sys/mounts" or "sys/auth":
                return (HttpStatusCode.OK, new JsonObject { ["data"] = Children(path) });
            case var _ when path.Split('/') is [_, "data", ..]:
                return method == "GET" ? ReadValue(path) : WriteValue(path, body);
            default:
                return method == "GET" ? Read(path) : Write(path, body);
        }
    }

    private JsonObject SealStatus() => new() { ["initialized"] = IsInitialised, ["sealed"] = IsSealed, ["t"] = _threshold, ["n"] = _keys.Length, ["progress"] = _used.Count };

    private (HttpStatusCode Status, JsonNode? Body) Initialise(int shares, int threshold)
    {
        Writes.Add("sys/init");
        _keys = [.. Enumerable.Range(0, shares).Select(_ => $"unseal-{Guid.NewGuid():N}")];
        _threshold = threshold;
        return (HttpStatusCode.OK, new JsonObject { ["keys_base64"] = new JsonArray([.. _keys.Select(key => (JsonNode)key)]), ["root_token"] = AddRootToken() });
    }

    private (HttpStatusCode Status, JsonNode? Body) Unseal(string key)
    {
        if (!_keys.Contains(key))
            return Fail(HttpStatusCode.BadRequest, "invalid key");
        Writes.Add("sys/unseal");
        _used.Add(key);
        if (_used.Count >= _threshold)
        {
            IsSealed = false;
            _used.Clear();
        }

        return (HttpStatusCode.OK, SealStatus());
    }

    // As the real one: without the engine 404, without the role 400, for another account 403.
    private (HttpStatusCode Status, JsonNode? Body) SignIn(string mount, string roleName, string jwt)
    {
        if (!_paths.ContainsKey($"sys/auth/{mount}"))
            return Fail(HttpStatusCode.NotFound, "no handler for route");
        if (!_paths.ContainsKey($"auth/{mount}/config"))
            return Fail(HttpStatusCode.InternalServerError, "could not load backend configuration");
        if (!_paths.TryGetValue($"auth/{mount}/role/{roleName}", out var role))
            return Fail(HttpStatusCode.BadRequest, $"invalid role name \"{roleName}\"");
        if (!ServiceAccounts.TryGetValue(jwt, out var account) || account.Split('/') is not [var space, var name]
            || !Contains(role["bound_service_account_names"], name) || !Contains(role["bound_service_account_namespaces"], space))
        {
            return Fail(HttpStatusCode.Forbidden, "permission denied");
        }

        return (HttpStatusCode.OK, new JsonObject { ["auth"] = new JsonObject { ["client_token"] = AddToken((string)role["token_policies"]![0]!) } });
    }

    private bool IsAllowed(string token, string method, string path)
    {
        if (!_tokens.TryGetValue(token, out var policy))
            return false;
        if (policy == "root" || path == "auth/token/revoke-self")
            return true;
        return _paths.TryGetValue($"sys/policies/acl/{policy}", out var rules) && PolicyText.Allows((string)rules["policy"]!, path, method, exists: Exists(path));
    }

    private bool Exists(string path) => _paths.ContainsKey(path) || _values.ContainsKey(KeyOf(path));

    private (HttpStatusCode Status, JsonNode? Body) Read(string path) => _paths.TryGetValue(path, out var found)
        ? (HttpStatusCode.OK, new JsonObject { ["data"] = found.DeepClone() })
        : Fail(HttpStatusCode.NotFound);

    private (HttpStatusCode Status, JsonNode? Body) Write(string path, JsonObject body)
    {
        if (path.StartsWith("auth/", StringComparison.Ordinal) && !_paths.ContainsKey($"sys/auth/{path.Split('/')[1]}"))
            return Fail(HttpStatusCode.NotFound, "no handler for route");
        Writes.Add(path);
        _paths[path] = body.DeepClone().AsObject();
        return (HttpStatusCode.NoContent, null);
    }

    private JsonObject Children(string path) => new(_paths
        .Where(item => item.Key.StartsWith($"{path}/", StringComparison.Ordinal))
        .Select(item => KeyValuePair.Create(item.Key[(path.Length + 1)..] + "/", (JsonNode?)item.Value.DeepClone())));

    private (HttpStatusCode Status, JsonNode? Body) ReadValue(string path) => _values.TryGetValue(KeyOf(path), out var found)
        ? (HttpStatusCode.OK, new JsonObject
        {
            ["data"] = new JsonObject { ["data"] = found.Data.DeepClone(), ["metadata"] = new JsonObject { ["version"] = found.Version } },
        })
        : Fail(HttpStatusCode.NotFound);

    private (HttpStatusCode Status, JsonNode? Body) WriteValue(string path, JsonObject body)
    {
        var key = KeyOf(path);
        if (!_paths.ContainsKey($"sys/mounts/{path.Split('/')[0]}"))
            return Fail(HttpStatusCode.NotFound, "no handler for route");
        var version = Version(key);
        if ((int?)body["options"]?["cas"] is { } expected && expected != version)
            return Fail(HttpStatusCode.BadRequest, "check-and-set parameter did not match the current version");
        Writes.Add(path);
        _values[key] = (body["data"]!.DeepClone().AsObject(), version + 1);
        return (HttpStatusCode.OK, new JsonObject { ["data"] = new JsonObject { ["version"] = version + 1 } });
    }

    private static string KeyOf(string path) => path.Split('/') is [_, "data", ..] parts ? string.Join('/', parts[2..]) : path;

    private string AddToken(string policy)
    {
        var token = $"hvs.{Guid.NewGuid():N}";
        _tokens[token] = policy;
        return token;
    }

    private static bool Contains(JsonNode? list, string item) => list!.AsArray().Any(entry => (string?)entry == item);

    private static (HttpStatusCode Status, JsonNode? Body) Fail(HttpStatusCode status, params string[] errors) =>
        (status, new JsonObject { ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)error)]) });
}
