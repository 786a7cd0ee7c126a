namespace Tmcp.AiOps.Redis;

/// <summary>Redis did not take or give something. The message is fit for a caller: what failed, where, what to do.</summary>
internal sealed class StoreException(string message, Exception? innerException = null) : Exception(message, innerException);
