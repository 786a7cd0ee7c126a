namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command that sends an HTTP request looks and behaves.</summary>
public class HttpCommandOptions : CommandOptions
{
    internal static new HttpCommandOptions Default { get; } = new();

    /// <summary>Chooses the endpoint. Null: <c>https</c>, else <c>http</c>.</summary>
    public Func<EndpointReference>? EndpointSelector { get; set; }

    /// <summary>The name of the client to use. Null: the default client.</summary>
    public string? HttpClientName { get; set; }

    /// <summary>The method. Null: POST.</summary>
    public HttpMethod? Method { get; set; }

    /// <summary>Completes the request.</summary>
    public Func<HttpCommandRequestContext, Task>? PrepareRequest { get; set; }

    /// <summary>Makes the result of the response. Null: success for a status from 200 to 299.</summary>
    public Func<HttpCommandResultContext, Task<ExecuteCommandResult>>? GetCommandResult { get; set; }

    /// <summary>What becomes of the response when <see cref="GetCommandResult"/> is null. Default: nothing.</summary>
    public HttpCommandResultMode ResultMode { get; set; }
}
