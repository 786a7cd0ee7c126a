using StackExchange.Redis;

namespace Tmcp.AiOps.Redis;

/// <summary>Reads lists; an absent one is empty (the client's own cast refuses it).</summary>
internal static class RedisResults
{
    public static RedisResult[] Items(this RedisResult result) => result.IsNull ? [] : (RedisResult[])result!;

    public static string?[] Strings(this RedisResult result) => result.IsNull ? [] : (string?[])result!;
}
