namespace Aspire.Hosting.Orchestration;

/// <summary>A receiver of OpenTelemetry.</summary>
/// <param name="Url">Base URL.</param>
/// <param name="Protocol"><c>grpc</c> or <c>http/protobuf</c>.</param>
/// <param name="ApiKey">Goes into the header <c>x-otlp-api-key</c>; without it everything is refused.</param>
internal sealed record OtlpEndpoint(Uri Url, string Protocol, string ApiKey)
{
    /// <summary>Base URL for the protocols over HTTP, where it is another one.</summary>
    public Uri? HttpUrl { get; init; }
}
