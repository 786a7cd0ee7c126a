namespace TmcpEmulators.Redis.Protocol;

/// <summary>Bytes that are no RESP request. The client is told and cut off, as Redis does.</summary>
internal sealed class ProtocolError(string text) : Exception($"ERR Protocol error: {text}");
