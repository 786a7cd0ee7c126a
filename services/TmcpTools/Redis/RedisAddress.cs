namespace Tmcp.Tools.Redis;

/// <summary>Where Redis is, and as whom to ask it.</summary>
internal sealed record RedisAddress(string Host, int Port, string? User, string? Password)
{
    private const int DefaultPort = 6379;

    /// <exception cref="ToolException">The text is no <c>host:port</c>.</exception>
    internal static RedisAddress Parse(string text, string? user, string? password) =>
        Uri.TryCreate($"redis://{text}", UriKind.Absolute, out var address) && address.Host.Length > 0 && address.AbsolutePath is "" or "/"
            ? new RedisAddress(address.Host.Trim('[', ']'), address.Port > 0 ? address.Port : DefaultPort, user, password)
            : throw new ToolException($"The address of Redis cannot be '{text}'. Give host:port, such as redis-service:{DefaultPort}.");

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
