namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>Answers one method. Returning means status OK; a <see cref="GrpcException"/> names another one.</summary>
internal delegate Task GrpcMethod(GrpcCall call);
