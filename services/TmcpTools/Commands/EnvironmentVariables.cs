namespace Tmcp.Tools.Commands;

/// <summary>Settings that are secret, or that the cluster gives as variables.</summary>
internal static class EnvironmentVariables
{
    internal static string? Find(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <exception cref="ToolException">It is not set.</exception>
    internal static string Get(string name, string meaning) => Find(name)
        ?? throw new ToolException($"Environment variable {name} is not set, and it is {meaning}. Set it; in the cluster it comes from the Secret of the workload.");

    /// <summary>The superuser of PocketBase.</summary>
    internal static PocketBase.Credentials PocketBaseCredentials() =>
        new(Get("PB_ADMIN_EMAIL", "the e-mail of PocketBase's superuser"), Get("PB_ADMIN_PASSWORD", "the password of PocketBase's superuser"));
}
