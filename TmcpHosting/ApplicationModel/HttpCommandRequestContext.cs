namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback gets that completes the request of a command.</summary>
public sealed class HttpCommandRequestContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The name of the resource; of the replica when there are several.</summary>
    public required string ResourceName { get; init; }

    /// <summary>The endpoint the request goes to.</summary>
    public required EndpointReference Endpoint { get; init; }

    /// <summary>Ends the command.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The client that will send the request.</summary>
    public required HttpClient HttpClient { get; init; }

    /// <summary>The request.</summary>
    public required HttpRequestMessage Request { get; init; }
}
