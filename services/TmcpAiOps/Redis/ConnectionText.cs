using StackExchange.Redis;

namespace Tmcp.AiOps.Redis;

/// <summary>Reads the two usual spellings of a Redis address.</summary>
internal static class ConnectionText
{
    /// <exception cref="ArgumentException">It is neither; the text is not repeated, it may hold a password.</exception>
    public static ConfigurationOptions Parse(string text)
    {
        // redis://:password@host:6379/0
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "redis" or "rediss")
        {
            var options = new ConfigurationOptions { Ssl = address.Scheme == "rediss" };
            options.EndPoints.Add(address.Host, address.Port > 0 ? address.Port : 6379);
            if (address.UserInfo.Split(':', 2) is [_, var password])
                options.Password = Uri.UnescapeDataString(password);
            if (int.TryParse(address.AbsolutePath.Trim('/'), out var database))
                options.DefaultDatabase = database;
            return options;
        }

        try
        {
            return ConfigurationOptions.Parse(text, ignoreUnknown: true);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            #pragma warning disable MA0054 // The inner exception quotes the text, password and all.
            throw new ArgumentException("The Redis connection string cannot be read: give host:port,password=… or redis://:password@host:port.", nameof(text));
#pragma warning restore MA0054
        }
    }

    /// <summary>The spelling for separate host, port and password.</summary>
    public static string From(string host, string? port, string? password) =>
        $"redis://{(string.IsNullOrEmpty(password) ? "" : $":{Uri.EscapeDataString(password)}@")}{host}:{(string.IsNullOrWhiteSpace(port) ? "6379" : port)}";
}
