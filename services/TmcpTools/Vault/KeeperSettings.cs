using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tmcp.Tools.Vault;

/// <summary>What must be true of Vault; a file that the publisher writes. <c>README.md</c> shows one.</summary>
internal sealed record KeeperSettings
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Root address of Vault.</summary>
    public required Uri Address { get; init; }

    /// <summary>Path of the KV version 2 engine.</summary>
    public string Mount { get; init; } = "secret";

    /// <summary>Secret of the own namespace that holds the unseal keys.</summary>
    public string UnsealSecret { get; init; } = "vault-unseal";

    /// <summary>Parts of the unseal key, 1 to 255.</summary>
    public int Shares { get; init; } = 5;

    /// <summary>Parts that are needed, at most <see cref="Shares"/>.</summary>
    public int Threshold { get; init; } = 3;

    public IReadOnlyList<PolicySettings> Policies { get; init; } = [];

    public AuthSettings Auth { get; init; } = new();

    public KeeperIdentity Keeper { get; init; } = new();

    public IReadOnlyList<ValueSettings> Values { get; init; } = [];

    /// <exception cref="ToolException">The file is absent, or says something that cannot be.</exception>
    internal static KeeperSettings Read(string path)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<KeeperSettings>(File.ReadAllBytes(path), Format)!;
            return settings.FindProblem() is not { } problem
                ? settings
                : throw new ToolException($"The keeper's settings '{path}' cannot be used: {problem} Publish again, or correct the ConfigMap.");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ToolException($"The keeper's settings '{path}' cannot be read: {reason.Message} Mount the ConfigMap there, or give --config.", reason);
        }
    }

    private string? FindProblem()
    {
        if (!Address.IsAbsoluteUri)
            return $"'address' is '{Address}', and an address such as http://vault:8200 is needed.";
        if (Threshold < 1 || Threshold > Shares || Shares > 255)
            return $"'threshold' {Threshold} of 'shares' {Shares} is impossible.";
        return Values.FirstOrDefault(value => value.Homes.Count == 0 || value.Generate.MinLength < 1) is { } value
            ? $"value '{value.Name}' needs a home and a length of at least 1."
            : null;
    }
}

/// <param name="Paths">Capabilities by path.</param>
internal sealed record PolicySettings(string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Paths);

/// <summary>How workloads of the cluster sign in.</summary>
internal sealed record AuthSettings
{
    public string Mount { get; init; } = "kubernetes";

    /// <summary>The cluster's API as Vault reaches it.</summary>
    public string Host { get; init; } = "https://kubernetes.default.svc";

    public IReadOnlyList<RoleSettings> Roles { get; init; } = [];
}

/// <param name="Ttl">How long a token lives: a number and <c>s</c>, <c>m</c> or <c>h</c>.</param>
internal sealed record RoleSettings(
    string Name,
    IReadOnlyList<string> ServiceAccounts,
    IReadOnlyList<string> Namespaces,
    IReadOnlyList<string> Policies,
    string Ttl = "1h");

/// <summary>The keeper's own login, in the namespace it runs in.</summary>
internal sealed record KeeperIdentity
{
    public string Role { get; init; } = "vault-keeper";

    public string ServiceAccount { get; init; } = "vault-keeper";
}

/// <summary>A value that is made when nobody has given it.</summary>
internal sealed record ValueSettings(string Name, GenerateSettings Generate, IReadOnlyList<ValueHome> Homes);

internal sealed record ValueHome(string Key, string Property)
{
    public override string ToString() => $"{Key}:{Property}";
}

/// <summary>The manifest's rules for a generated value.</summary>
internal sealed record GenerateSettings
{
    public int MinLength { get; init; } = 22;

    public bool Lower { get; init; } = true;

    public bool Upper { get; init; } = true;

    public bool Numeric { get; init; } = true;

    public bool Special { get; init; } = true;

    public int MinLower { get; init; }

    public int MinUpper { get; init; }

    public int MinNumeric { get; init; }

    public int MinSpecial { get; init; }
}
