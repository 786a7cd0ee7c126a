namespace Tmcp.ServiceDefaults.Redis;

/// <summary>What came of asking Redis.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Answered">Whether Redis answered: false without one, or when it is away.</param>
/// <param name="Value">The answer; the default when there was none.</param>
public readonly record struct RedisReply<T>(bool Answered, T? Value);
