using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>Reads where Redis is, in the spellings that are in use.</summary>
public static class RedisAddress
{
    /// <summary>What to tell a person whose setting cannot be read.</summary>
    public const string Hint = "The Redis connection string cannot be read: give host:port,password=… or redis://:password@host:port.";

    private const int DefaultPort = 6379;

    private static readonly string[] WholeAddresses = ["ConnectionStrings:redis", "REDIS_URI", "REDIS_URL"];

    /// <summary>
    /// The first that is set of <c>ConnectionStrings__redis</c>, <c>REDIS_URI</c>, <c>REDIS_URL</c>, and <c>REDIS_HOST</c> with <c>REDIS_PORT</c>
    /// and <c>REDIS_PASSWORD</c>; null when none is.
    /// </summary>
    /// <param name="configuration">The service's configuration.</param>
    public static string? Find(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var key in WholeAddresses)
        {
            if (configuration[key] is { } value && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return configuration["REDIS_HOST"] is { Length: > 0 } host
            ? From(host, configuration["REDIS_PORT"], configuration["REDIS_PASSWORD"])
            : null;
    }

    /// <summary>Reads <c>host:port,password=…</c> or <c>redis://:password@host:port/database</c> (<c>rediss</c> for TLS).</summary>
    /// <param name="text">The connection string.</param>
    /// <exception cref="ArgumentException">It is neither; the text is not repeated, it may hold a password.</exception>
    public static ConfigurationOptions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Two slashes: "redis:6379" is the host of that name, not an address of that scheme.
        if (text.Contains("://", StringComparison.Ordinal))
            return ParseUri(text);

        try
        {
            var options = ConfigurationOptions.Parse(text, ignoreUnknown: true);
            if (options.EndPoints.Count > 0)
                return options;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // Said below: this exception quotes the text, password and all.
        }

        throw new ArgumentException(Hint, nameof(text));
    }

    /// <summary>Whether <see cref="Parse"/> takes the text.</summary>
    /// <param name="text">The connection string.</param>
    public static bool CanBeRead(string text)
    {
        try
        {
            Parse(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string From(string host, string? port, string? password) =>
        $"redis://{(string.IsNullOrEmpty(password) ? "" : $":{Uri.EscapeDataString(password)}@")}{host}:{NumberOf(port)}";

    // Kubernetes sets REDIS_PORT=tcp://10.0.0.7:6379 by itself in every pod beside a service with the name redis.
    private static string NumberOf(string? port) => string.IsNullOrWhiteSpace(port) ? $"{DefaultPort}"
        : port.StartsWith("tcp://", StringComparison.Ordinal) ? port[(port.LastIndexOf(':') + 1)..]
        : port;

    private static ConfigurationOptions ParseUri(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("redis" or "rediss") || address.Host.Length == 0)
            throw new ArgumentException(Hint, nameof(text));

        var options = new ConfigurationOptions { Ssl = address.Scheme == "rediss" };
        options.EndPoints.Add(address.Host, address.Port > 0 ? address.Port : DefaultPort);
        if (address.UserInfo.Split(':', 2) is [_, var password])
            options.Password = Uri.UnescapeDataString(password);
        if (int.TryParse(address.AbsolutePath.Trim('/'), out var database))
            options.DefaultDatabase = database;
        return options;
    }
}
