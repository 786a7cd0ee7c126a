namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>What a <see cref="GrpcServer"/> serves.</summary>
/// <param name="Name">Full name, the first part of every path.</param>
/// <param name="ApiKey">What callers must send in <see cref="GrpcDispatcher.ApiKeyHeader"/>.</param>
/// <param name="Methods">The methods by name.</param>
internal sealed record GrpcService(string Name, string ApiKey, IReadOnlyDictionary<string, GrpcMethod> Methods);
