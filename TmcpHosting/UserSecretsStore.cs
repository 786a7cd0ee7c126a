using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting;

/// <summary>
/// The AppHost's file of user secrets, where generated values are kept. Several AppHosts may run at once: changes happen under a
/// lock file and replace the whole file, so that a reader sees the old or the new content. Only the owner can read the file.
/// </summary>
internal sealed class UserSecretsStore
{
    // 10 s: a change takes milliseconds, so whoever holds the lock longer is stuck.
    private static readonly TimeSpan _lockTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _lockRetry = TimeSpan.FromMilliseconds(20);
    private static readonly JsonSerializerOptions _format = new() { WriteIndented = true };
    private static readonly JsonDocumentOptions _lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public UserSecretsStore(Assembly? appHostAssembly)
        : this(appHostAssembly?.GetCustomAttribute<UserSecretsIdAttribute>() is { } id ? PathHelper.GetSecretsPathFromSecretsId(id.UserSecretsId) : null)
    {
    }

    internal UserSecretsStore(string? filePath) => FilePath = filePath;

    /// <summary>The file; null when the AppHost has no <c>UserSecretsId</c>.</summary>
    public string? FilePath { get; }

    public bool IsAvailable => FilePath is not null;

    /// <summary>The stored value of a key, or, stored from now on, a new one.</summary>
    public string GetOrAdd(string key, Func<string> makeValue) => Change(secrets =>
    {
        if (Find(secrets, key) is { Length: > 0 } existing)
            return (existing, false);

        var value = makeValue();
        secrets[key] = value;
        return (value, true);
    });

    /// <summary>Stores a value.</summary>
    public void Set(string key, string value) => Change(secrets =>
    {
        secrets[key] = value;
        return (value, true);
    });

    /// <summary>Forgets a value. False when there was none.</summary>
    public bool Remove(string key) => Change(secrets =>
    {
        var removed = secrets.Remove(key);
        return (removed, removed);
    });

    private static string? Find(JsonObject secrets, string key)
    {
        if (secrets[key] is JsonValue flat)
            return flat.ToString();

        // The other spelling of the same key: { "Parameters": { "x": "…" } }
        JsonNode? node = secrets;
        foreach (var part in key.Split(':'))
            node = (node as JsonObject)?[part];
        return (node as JsonValue)?.ToString();
    }

    private T Change<T>(Func<JsonObject, (T Result, bool Changed)> change)
    {
        var path = FilePath ?? throw new InvalidOperationException("The AppHost has no UserSecretsId. Add one to its project file.");
        var directory = Path.GetDirectoryName(path)!;
        CreatePrivateDirectory(directory);
        using var @lock = Lock(Path.Combine(directory, ".lock"));

        var secrets = Read(path);
        var (result, changed) = change(secrets);
        if (changed)
            Write(path, secrets);
        return result;
    }

    private static JsonObject Read(string path)
    {
        if (!File.Exists(path) || File.ReadAllText(path) is not { } text || string.IsNullOrWhiteSpace(text))
            return [];

        try
        {
            return JsonNode.Parse(text, documentOptions: _lenient) as JsonObject
                ?? throw new JsonException("The content is not an object.");
        }
        catch (JsonException broken)
        {
            throw new DistributedApplicationException($"The user secrets in '{path}' cannot be read: {broken.Message} Repair or delete the file.", broken);
        }
    }

    private static void Write(string path, JsonObject secrets)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(temporary, options))
            writer.Write(secrets.ToJsonString(_format));
        File.Move(temporary, path, overwrite: true);
    }

    private static void CreatePrivateDirectory(string directory)
    {
        if (Directory.Exists(directory))
            return;

        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream Lock(string path)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(deadline) < _lockTimeout)
            {
                Thread.Sleep(_lockRetry);
            }
            catch (IOException busy)
            {
                throw new DistributedApplicationException(
                    $"The user secrets are locked by another process ('{path}', waited {_lockTimeout.TotalSeconds:0} s). Stop that process and try again.",
                    busy);
            }
        }
    }
}
