using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>Takes a request to its method and turns every way it can end into a gRPC status.</summary>
/// <param name="service">Its methods and who may call them.</param>
/// <param name="logger">For failures that are ours.</param>
/// <param name="stopping">Cancelled when the server stops; open calls then end as unavailable, so that clients reconnect calmly.</param>
internal sealed partial class GrpcDispatcher(GrpcService service, ILogger logger, CancellationToken stopping)
{
    public const string ApiKeyHeader = "x-resource-service-api-key";
    private const string StoppingMessage = "The app host is stopping.";

    private readonly byte[] _apiKey = Encoding.UTF8.GetBytes(service.ApiKey);
    private readonly string _prefix = $"/{service.Name}/";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = "application/grpc";
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var call = new GrpcCall(context, cancellation.Token);
        var (status, message) = await RunAsync(context, call);
        if (!context.RequestAborted.IsCancellationRequested)
            await call.EndAsync(status, message);
    }

    private async Task<(GrpcStatus Status, string? Message)> RunAsync(HttpContext context, GrpcCall call)
    {
        if (!IsAuthorized(context.Request))
            return (GrpcStatus.Unauthenticated, $"The header {ApiKeyHeader} is missing or wrong.");
        if (stopping.IsCancellationRequested)
            return (GrpcStatus.Unavailable, StoppingMessage);
        if (Find(context.Request.Path) is not { } method)
            return (GrpcStatus.Unimplemented, $"There is no method {context.Request.Path}.");

        try
        {
            await method(call);
            return (GrpcStatus.Ok, null);
        }
        catch (GrpcException exception)
        {
            return (exception.Status, exception.Message);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return (GrpcStatus.Unavailable, StoppingMessage);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has left; a pending read reports it as an IOException. Nobody is there to be told a status.
            return (GrpcStatus.Ok, null);
        }
        // The edge of the process: whatever a method throws ends this call only.
        catch (Exception exception)
        {
            Failed(logger, context.Request.Path, exception);
            return (GrpcStatus.Internal, $"{context.Request.Path} failed: {exception.GetType().Name}. The app host's log has the details.");
        }
    }

    private GrpcMethod? Find(string path) =>
        path.StartsWith(_prefix, StringComparison.Ordinal) ? service.Methods.GetValueOrDefault(path[_prefix.Length..]) : null;

    private bool IsAuthorized(HttpRequest request) =>
        request.Headers[ApiKeyHeader] is [{ } sent] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), _apiKey);

    [LoggerMessage(LogLevel.Error, "The resource service failed in {Path}; the dashboard will ask again.")]
    private static partial void Failed(ILogger logger, string path, Exception exception);
}
