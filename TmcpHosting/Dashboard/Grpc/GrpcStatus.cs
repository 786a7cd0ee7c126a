namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>Outcome of a call, as it stands in the trailer <c>grpc-status</c>.</summary>
internal enum GrpcStatus
{
    Ok = 0,
    InvalidArgument = 3,
    NotFound = 5,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    Unauthenticated = 16,
}
