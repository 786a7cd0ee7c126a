namespace Tmcp.ServiceDefaults.Redis;

/// <summary>Redis did not take or give something. The message says what failed and what to do; it holds no value that was sent.</summary>
/// <param name="message">Fit for a log and for a caller.</param>
/// <param name="innerException">What the client library said; null when there was nobody to ask.</param>
public sealed class RedisUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
